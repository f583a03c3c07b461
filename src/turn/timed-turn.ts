import type { Meter } from "../ports/meter.ts";
import type { Lease, PendingArrival, TurnCommit } from "../ports/store.ts";
import type { Understand } from "../ports/understand.ts";
import { handleTurn } from "./handle-turn.ts";
import type { ReadQueue, TurnWith } from "./turn-with.ts";

/** As `handleTurn`, with the time of understanding and of deciding measured apart. */
export function timedTurn(
  use: TurnWith,
  readQueue: ReadQueue,
  meter: Meter,
): (lease: Lease, arrival: PendingArrival) => Promise<TurnCommit> {
  let understandMs = 0;
  const understand: Understand = (text, context) => {
    const start = performance.now();
    try {
      return use.understand(text, context);
    } finally {
      understandMs += performance.now() - start;
    }
  };
  const timed = { ...use, understand };
  return async (lease, arrival) => {
    understandMs = 0;
    const start = performance.now();
    const turn = await handleTurn(lease, arrival, timed, readQueue);
    const decideMs = performance.now() - start - understandMs;
    if (understandMs > 0) meter.observe("turn", { step: "understand" }, understandMs / 1_000);
    meter.observe("turn", { step: "decide" }, decideMs / 1_000);
    return turn;
  };
}
