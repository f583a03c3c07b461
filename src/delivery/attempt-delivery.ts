import type { Delivery, SendResult, Settlement } from "../ports/delivery.ts";
import type { LookedUp } from "../ports/reach.ts";
import { backOffMs } from "../ports/result-of-call.ts";
import type { Addressed } from "./address-parcel.ts";

/** So long a far end is asked whether something has arrived; then it stays unknown, and what comes after it goes on. */
export const DOUBT_PATIENCE_MS = 600_000;
/** Words that could not be sent for so long are parked, so that staff see it. */
export const TRY_FOR_MS = 1_800_000;
/** Why they were parked, as staff's page knows it. */
export const TRIED_TOO_LONG = "tried-too-long";

/** Makes one attempt, or finds out what came of an earlier one first. What may have arrived is never sent blindly again. */
export async function attemptDelivery(delivery: Delivery, to: Addressed): Promise<Settlement> {
  const before = delivery.doubt === undefined ? "send" : await decideDoubt(delivery, to);
  return before === "send" ? inTime(delivery, noted(delivery, to, await to.send())) : before;
}

async function decideDoubt(delivery: Delivery, { inDoubt, ask }: Addressed): Promise<Settlement | "send"> {
  const { forMs = 0, sendAnyway = false } = delivery.doubt ?? {};
  if (inDoubt === "repeat") return "send";
  if (ask === undefined) return sendAnyway ? "send" : { kind: "unknown" };
  const looked: LookedUp = await ask();
  switch (looked.kind) {
    case "arrived":
      return looked.farId === undefined ? { kind: "sent" } : { kind: "sent", farId: looked.farId };
    case "absent":
      return "send";
    case "no-answer":
      return forMs >= DOUBT_PATIENCE_MS ? { kind: "unknown" } : { kind: "in-doubt", afterMs: looked.afterMs };
  }
}

/** An unclear end is final only where nobody can be asked and nothing may be repeated. */
function noted({ attempts, doubt }: Delivery, { inDoubt }: Addressed, result: SendResult): Settlement {
  if (result.kind !== "unknown" || inDoubt === "leave") return result;
  if (inDoubt === "ask" && (doubt?.forMs ?? 0) >= DOUBT_PATIENCE_MS) return result;
  return { kind: "in-doubt", afterMs: backOffMs(attempts) };
}

/** News to staff are tried for ever: they are few, and staff look for themselves meanwhile. */
function inTime({ cargo, triedForMs }: Delivery, result: Settlement): Settlement {
  const again = result.kind === "later" || result.kind === "in-doubt";
  return again && cargo.target === "channel" && triedForMs >= TRY_FOR_MS
    ? { kind: "parked", why: TRIED_TOO_LONG }
    : result;
}
