import { createHash, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { Log } from "../../ports/log.ts";
import type { WebReply, WebRequest, WebRoute } from "../../ports/web.ts";
import { readJson } from "../../wording/read-json.ts";
import type { AgentSessions } from "./agent-session.ts";
import { refuseDesk } from "./desk-reply.ts";
import { LOGIN_WINDOW_MS, type LoginLimit } from "./login-limit.ts";
import { comesFromDesk, withAgent } from "./with-agent.ts";

export interface LoginParts {
  readonly sessions: AgentSessions;
  readonly limit: LoginLimit;
  readonly password: string;
  /** Who logs in with it is a lead; nobody is when absent. */
  readonly leadPassword?: string;
  readonly log: Log;
}

/** What staff call themselves. */
export const agentNameSchema = z
  .string()
  .transform((name) => name.normalize("NFC").replace(/\s+/g, " ").trim())
  .pipe(
    z
      .string()
      .min(1)
      .max(40)
      .regex(/^[^\p{C}<>]+$/u),
  );

const loginSchema = z.object({
  password: z.string().max(200),
  name: agentNameSchema,
});

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

const isSame = (given: string, right: string): boolean => timingSafeEqual(digest(given), digest(right));

const isSecure = (request: WebRequest): boolean =>
  request.headers["x-forwarded-proto"]?.split(",", 1)[0]?.trim() === "https";

const login =
  (parts: LoginParts) =>
  async (request: WebRequest): Promise<WebReply> => {
    if (!comesFromDesk(request)) return refuseDesk("HEADER_REQUIRED");
    if (parts.limit.isBlocked(request.from)) {
      parts.log.warn("desk.login_blocked", { from: request.from });
      return { ...refuseDesk("TOO_MANY_ATTEMPTS"), headers: { "retry-after": String(LOGIN_WINDOW_MS / 1000) } };
    }
    const form = loginSchema.safeParse(readJson(request.body)?.value).data;
    if (form === undefined) return refuseDesk("BAD_REQUEST");
    const lead = parts.leadPassword !== undefined && isSame(form.password, parts.leadPassword);
    if (!isSame(form.password, parts.password) && !lead) {
      parts.limit.failed(request.from);
      parts.log.warn("desk.login_failed", { from: request.from });
      return refuseDesk("PASSWORD_WRONG");
    }
    const { cookie, agent } = parts.sessions.open(form.name, { lead, secure: isSecure(request) });
    parts.log.info("desk.login", { agent: agent.id, from: request.from, lead });
    return { status: 200, headers: { "set-cookie": cookie }, body: { agent, lead } };
  };

/** Logging in and out, and the question who is logged in. */
export const loginRoutes = (parts: LoginParts): readonly WebRoute[] => [
  { method: "POST", path: "/desk/api/login", bodyLimit: 4_096, handle: login(parts) },
  {
    method: "POST",
    path: "/desk/api/logout",
    handle: async (request) =>
      comesFromDesk(request)
        ? { status: 200, headers: { "set-cookie": parts.sessions.close() }, body: { out: true } }
        : refuseDesk("HEADER_REQUIRED"),
  },
  {
    method: "GET",
    path: "/desk/api/me",
    handle: withAgent(parts.sessions, async (agent, _, lead) => ({ status: 200, body: { agent, lead } })),
  },
];
