import type { IncomingHttpHeaders } from "node:http";
import type { Dispatcher } from "undici";
import type { OutgoingResult } from "../ports/outgoing.ts";

const TOO_LATE = "timed out";
const WAITED_TOO_LONG = "waited too long for a connection";
const TOO_LARGE = "answer too large";

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "failed";

const single = (headers: IncomingHttpHeaders): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), Array.isArray(value) ? value[0] : value]),
  );

export interface AnswerLimits {
  readonly timeoutMs: number;
  /** Written later than this after the call, by the machine's clock, a request is not: others may have gone on without it. */
  readonly startWithinMs: number;
  readonly maxBytes: number;
}

/**
 * Listens to one exchange and calls `done` once with what came of it. Up to the moment at which the request is written
 * nothing can have arrived (`not-sent`); from then on only a whole answer tells (`in-doubt` without it).
 */
export function takeAnswer(limits: AnswerLimits, done: (result: OutgoingResult) => void): Dispatcher.DispatchHandler {
  const chunks: Buffer[] = [];
  let bytes = 0;
  let head: { readonly status: number; readonly headers: Record<string, string | undefined> } | undefined;
  let controller: Dispatcher.DispatchController | undefined;
  let settled = false;
  const settle = (result: OutgoingResult): void => {
    if (settled) return;
    settled = true;
    clearTimeout(timer);
    done(result);
  };
  const giveUp = (why: string): void => {
    settle({ kind: controller === undefined ? "not-sent" : "in-doubt", why });
    controller?.abort(new Error(why));
  };
  const calledMs = performance.now();
  const timer = setTimeout(() => giveUp(TOO_LATE), limits.timeoutMs);
  return {
    onRequestStart: (started) => {
      // Given up while it waited for a connection: aborted here, it is not written.
      if (settled) return started.abort(new Error(TOO_LATE));
      // A process that stood still sees free connections before it sees that its time is over.
      if (performance.now() - calledMs > limits.startWithinMs) {
        giveUp(WAITED_TOO_LONG);
        return started.abort(new Error(WAITED_TOO_LONG));
      }
      controller = started;
    },
    onResponseStart: (_controller, status, headers) => {
      if (status >= 200) head = { status, headers: single(headers) };
    },
    onResponseData: (_controller, chunk) => {
      bytes += chunk.length;
      if (bytes > limits.maxBytes) giveUp(TOO_LARGE);
      else chunks.push(chunk);
    },
    onResponseEnd: () =>
      head === undefined
        ? giveUp("no answer")
        : settle({ kind: "answered", ...head, body: Buffer.concat(chunks).toString("utf8") }),
    onResponseError: (_controller, error) => giveUp(codeOf(error)),
  };
}
