import type { TakeReport } from "../ports/live-support.ts";
import type { Log } from "../ports/log.ts";
import type { WebReply, WebRequest, WebRoute } from "../ports/web.ts";
import { readJson } from "../wording/read-json.ts";
import { reportSchema } from "./message.ts";
import { isSigned, SIGNATURE_HEADER, TIMESTAMP_HEADER } from "./signature.ts";

export interface StatusParts {
  readonly secret: string;
  readonly take: TakeReport;
  /** By the real clock. */
  readonly now: () => string;
  readonly log: Log;
}

const BODY_LIMIT = 16 * 1024;

/** `POST /live-support/status`: signed as our own calls are. 200 once the report is on disk, and again for the same one. */
export const statusRoute = (parts: StatusParts): WebRoute => ({
  method: "POST",
  path: "/live-support/status",
  bodyLimit: BODY_LIMIT,
  forMany: true,
  handle: (request) => answer(request, parts),
});

async function answer({ body, headers, from }: WebRequest, { secret, take, now, log }: StatusParts): Promise<WebReply> {
  const [timestamp, signature] = [headers[TIMESTAMP_HEADER], headers[SIGNATURE_HEADER]];
  if (!isSigned({ body, timestamp, signature }, secret, Date.parse(now()))) {
    log.warn("support.not_verified", { from });
    return refusal(401, "SIGNATURE_WRONG");
  }
  const report = reportSchema.safeParse(readJson(body)?.value).data;
  if (report === undefined) return refusal(400, "BAD_REQUEST");
  const { message, ...rest } = report;
  const taken = await take(message === undefined ? rest : { ...rest, message });
  return taken ? { status: 200, body: { taken: true } } : refusal(404, "NOT_FOUND");
}

const refusal = (status: number, code: string): WebReply => ({ status, body: { error: { code } } });
