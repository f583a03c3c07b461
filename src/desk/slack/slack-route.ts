import { AppError } from "../../core/app-error.ts";
import type { Log } from "../../ports/log.ts";
import type { WebReply, WebRequest, WebRoute } from "../../ports/web.ts";
import type { ReceiveSlack } from "./open-bolt.ts";
import { isFromSlack } from "./verify-signature.ts";

export interface SlackRouteParts {
  readonly signingSecret: string;
  readonly receive: ReceiveSlack;
  /** By the real clock. */
  readonly now: () => string;
  readonly log: Log;
}

export const SLACK_PATH = "/slack/events";
const BODY_LIMIT = 1024 * 1024;
const NOTHING_TO_SAY: WebReply = { status: 200, body: "" };

/** The one address that Slack calls: events, buttons, windows and commands. 200 is said once all is stored. */
export const slackRoute = (parts: SlackRouteParts): WebRoute => ({
  method: "POST",
  path: SLACK_PATH,
  bodyLimit: BODY_LIMIT,
  handle: (request) => answer(request, parts),
});

async function answer(request: WebRequest, { signingSecret, receive, now, log }: SlackRouteParts): Promise<WebReply> {
  const { body, headers } = request;
  const timestamp = headers["x-slack-request-timestamp"];
  const signature = headers["x-slack-signature"];
  if (!isFromSlack({ body, timestamp, signature }, signingSecret, Date.parse(now()))) {
    log.warn("desk.slack_not_verified", { from: request.from });
    return { status: 401 };
  }
  const read = readBody(body, headers["content-type"]);
  if (read === undefined) return { status: 400 };
  if (read.type === "url_verification") return { status: 200, body: { challenge: read.challenge } };
  if (read.ssl_check === "1") return NOTHING_TO_SAY;
  try {
    const given = await receive(read, Number(headers["x-slack-retry-num"] ?? 0));
    return isBody(given) ? { status: 200, body: given } : NOTHING_TO_SAY;
  } catch (error) {
    // Slack comes again.
    log.error("desk.slack_not_taken", { error: error instanceof AppError ? error.code : nameOf(error) });
    return { status: 503 };
  }
}

const isBody = (given: unknown): given is object | string =>
  (typeof given === "object" && given !== null) || (typeof given === "string" && given !== "");

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : "unknown");

/** JSON for events; a form for commands, and a form that holds JSON for everything that is pressed. */
function readBody(body: Buffer, contentType = ""): Readonly<Record<string, unknown>> | undefined {
  const text = body.toString("utf8");
  if (!contentType.startsWith("application/x-www-form-urlencoded")) return readObject(text);
  const form = new URLSearchParams(text);
  const payload = form.get("payload");
  return payload === null ? Object.fromEntries(form) : readObject(payload);
}

function readObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === "object" && read !== null && !Array.isArray(read) ? { ...read } : undefined;
  } catch {
    return undefined;
  }
}
