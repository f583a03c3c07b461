import { randomUUID } from "node:crypto";
import { type JsonAnswer, type JsonCall, startJsonServer } from "./start-json-server.ts";

export interface ShownOnLine {
  readonly text: string;
  readonly buttons: readonly { readonly label: string; readonly text: string }[];
}

/** What happens to a call instead of the ordinary. */
export type LineFault = "500-before" | "500-after" | "dropped-before" | "dropped-after" | "429" | "quota" | "401";

export const ACCESS_TOKEN = "line-access-token-of-the-tests";

interface Message {
  readonly type: string;
  readonly text: string;
  readonly quickReply?: {
    readonly items: readonly { readonly action: { label: string; text: string; type: string } }[];
  };
}

/** LINE's Messaging API as its documentation has it: reply tokens good once, retry keys taken once, limits refused with 400. */
export async function startFakeLine() {
  const shown = new Map<string, ShownOnLine[]>();
  const tokens = new Map<string, string>();
  const keys = new Set<string>();
  const calls: { readonly path: string; readonly key?: string; readonly status: number }[] = [];
  const faults: LineFault[] = [];

  const show = (to: string, messages: readonly Message[]): JsonAnswer => {
    const list = shown.get(to) ?? [];
    shown.set(to, list);
    for (const { text, quickReply } of messages) {
      list.push({
        text,
        buttons: quickReply?.items.map(({ action: { label, text: says } }) => ({ label, text: says })) ?? [],
      });
    }
    return { status: 200, body: { sentMessages: messages.map(() => ({ id: randomUUID() })) } };
  };
  const bad = (message: string): JsonAnswer => ({ status: 400, body: { message } });

  const take = ({ path, headers, body }: JsonCall): JsonAnswer => {
    if (headers.authorization !== `Bearer ${ACCESS_TOKEN}`)
      return { status: 401, body: { message: "Authentication failed" } };
    const { messages, replyToken, to } = body as { messages: readonly Message[]; replyToken?: string; to?: string };
    const fault = faultOf(messages);
    if (fault !== undefined) return bad(fault);
    if (path === "/v2/bot/message/reply") {
      const user = tokens.get(replyToken ?? "");
      if (user === undefined) return bad("Invalid reply token");
      tokens.delete(replyToken ?? "");
      return show(user, messages);
    }
    const key = String(headers["x-line-retry-key"]);
    if (path !== "/v2/bot/message/push" || to === undefined) return bad("The request is invalid");
    if (!/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(key))
      return bad("Invalid retry key");
    if (keys.has(key)) return { status: 409, body: { message: "The retry key is already accepted" } };
    keys.add(key);
    return show(to, messages);
  };

  const server = await startJsonServer((call) => {
    const fault = faults.shift();
    const answer = fault === undefined ? take(call) : faulty(fault, () => take(call));
    const key = call.headers["x-line-retry-key"];
    const status = answer === "dropped" ? 0 : answer.status;
    calls.push({ path: call.path, status, ...(typeof key === "string" ? { key } : {}) });
    return answer;
  });
  return {
    ...server,
    calls,
    /** A new token that is good for one reply to this user. */
    tokenFor: (user: string): string => {
      const token = randomUUID();
      tokens.set(token, user);
      return token;
    },
    shownTo: (user: string): readonly ShownOnLine[] => shown.get(user) ?? [],
    /** For the next calls, in order. */
    breakNext: (...next: readonly LineFault[]) => faults.push(...next),
  };
}

export type FakeLine = Awaited<ReturnType<typeof startFakeLine>>;

function faulty(fault: LineFault, take: () => JsonAnswer): JsonAnswer {
  if (fault.endsWith("-after")) take();
  switch (fault) {
    case "500-before":
    case "500-after":
      return { status: 500, body: { message: "Internal server error" } };
    case "dropped-before":
    case "dropped-after":
      return "dropped";
    case "429":
      return { status: 429, body: { message: "The API rate limit has been exceeded." } };
    case "quota":
      return { status: 429, body: { message: "You have reached your monthly limit." } };
    case "401":
      return { status: 401, body: { message: "Authentication failed" } };
  }
}

function faultOf(messages: readonly Message[]): string | undefined {
  if (messages.length < 1 || messages.length > 5) return "Size must be between 1 and 5";
  for (const { type, text, quickReply } of messages) {
    if (type !== "text" || text.trim() === "" || text.length > 5_000) return "Length must be between 0 and 5000";
    const items = quickReply?.items ?? [];
    if (items.length > 13 || (quickReply !== undefined && items.length === 0)) return "Size must be between 1 and 13";
    for (const { action } of items) {
      if (action.label === "" || action.label.length > 20 || action.text.length > 300) return "label too long";
    }
  }
  return undefined;
}
