import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { Agent } from "../../core/activity.ts";
import { agentId } from "../../core/ids.ts";
import type { Clock } from "../../ports/clock.ts";
import type { WebRequest } from "../../ports/web.ts";

/** A logged-in member of staff. */
export interface AgentSession {
  readonly agent: Agent;
  /** May take cases over, and pass on those of others. */
  readonly lead: boolean;
  readonly endsAtMs: number;
}

/** Keeps who is logged in inside a signed cookie; the server remembers nothing. */
export interface AgentSessions {
  /** The `set-cookie` header that logs in. */
  open(
    name: string,
    how: { readonly lead: boolean; readonly secure: boolean },
  ): { readonly cookie: string; readonly agent: Agent };
  /** The `set-cookie` header that logs out. */
  close(): string;
  /** Undefined when nobody is logged in, or not any more. */
  read(request: WebRequest): AgentSession | undefined;
  isOver(session: AgentSession): boolean;
}

const COOKIE = "ansim_desk";
const LIFE_SECONDS = 12 * 3_600;
const PURPOSE = "ansim desk session v1";

const claimsSchema = z.object({
  name: z.string().min(1).max(40),
  endsAtMs: z.number(),
  lead: z.boolean().default(false),
});

/** The same name is the same person on this desk, whatever the machine. */
export const agentOf = (name: string): Agent => {
  const hash = createHash("sha256").update(name.normalize("NFKC").toLowerCase()).digest("hex");
  return { id: agentId(`page-${hash.slice(0, 16)}`), name };
};

const cookieValue = (header: string | undefined): string | undefined =>
  header
    ?.split(";")
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${COOKIE}=`))
    ?.slice(COOKIE.length + 1);

const parseClaims = (payload: string): z.infer<typeof claimsSchema> | undefined => {
  try {
    return claimsSchema.safeParse(JSON.parse(Buffer.from(payload, "base64url").toString("utf8"))).data;
  } catch {
    return undefined;
  }
};

export const createAgentSessions = (key: Uint8Array, clock: Clock): AgentSessions => {
  const nowMs = (): number => Date.parse(clock.now());
  const sign = (payload: string): Buffer => createHmac("sha256", key).update(`${PURPOSE}\n${payload}`).digest();
  const header = (value: string, seconds: number): string =>
    `${COOKIE}=${value}; Path=/desk; HttpOnly; SameSite=Strict; Max-Age=${seconds}`;
  return {
    open: (name, { lead, secure }) => {
      const claims = { name, lead, endsAtMs: nowMs() + LIFE_SECONDS * 1000 };
      const payload = Buffer.from(JSON.stringify(claims)).toString("base64url");
      const value = `${payload}.${sign(payload).toString("base64url")}`;
      return { cookie: header(value, LIFE_SECONDS) + (secure ? "; Secure" : ""), agent: agentOf(name) };
    },
    close: () => header("", 0),
    read: (request) => {
      const [payload, mark] = cookieValue(request.headers.cookie)?.split(".") ?? [];
      if (payload === undefined || mark === undefined) return undefined;
      const given = Buffer.from(mark, "base64url");
      const right = sign(payload);
      if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
      const claims = parseClaims(payload);
      if (claims === undefined || claims.endsAtMs <= nowMs()) return undefined;
      return { agent: agentOf(claims.name), lead: claims.lead, endsAtMs: claims.endsAtMs };
    },
    isOver: (session) => session.endsAtMs <= nowMs(),
  };
};
