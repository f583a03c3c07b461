import type { DeskWatch } from "../../ports/desk-fault.ts";
import type { CallSlack } from "./slack-calls.ts";

/** A single failure is no news; when nothing at all has succeeded for so long, people must know. */
export const OUTAGE_MS = 300_000;

const POSTS: readonly string[] = ["chat.postMessage", "chat.update"];

/** Calls of the projection, with notice taken of posts that arrive and of a far end that has not answered well for long. */
export function watchCalls(call: CallSlack, watch: DeskWatch, elapsedMs: () => number): CallSlack {
  let failingSinceMs: number | undefined;
  return async (method, args) => {
    const called = await call(method, args);
    switch (called.kind) {
      case "ok":
        failingSinceMs = undefined;
        if (POSTS.includes(method)) watch.works();
        break;
      case "again":
      case "doubt":
        failingSinceMs ??= elapsedMs();
        if (elapsedMs() - failingSinceMs >= OUTAGE_MS) watch.stopped("unreachable");
        break;
      default:
        failingSinceMs = undefined;
    }
    return called;
  };
}
