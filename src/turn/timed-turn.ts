import type { Meter } from "../ports/meter.ts";
import type { Lease, PendingArrival, TurnCommit } from "../ports/store.ts";
import type { Understand } from "../ports/understand.ts";
import { handleTurn, type TurnWith } from "./handle-turn.ts";

/** As `handleTurn`, with the time of understanding and of deciding measured apart. */
export function timedTurn(use: TurnWith, meter: Meter): (lease: Lease, arrival: PendingArrival) => TurnCommit {
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
  return (lease, arrival) => {
    understandMs = 0;
    const start = performance.now();
    const turn = handleTurn(lease, arrival, timed);
    const decideMs = performance.now() - start - understandMs;
    if (understandMs > 0) meter.observe("turn", { step: "understand" }, understandMs / 1_000);
    meter.observe("turn", { step: "decide" }, decideMs / 1_000);
    return turn;
  };
}
