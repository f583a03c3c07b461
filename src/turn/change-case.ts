import type { Case } from "../core/case.ts";
import type { Instant } from "../core/day.ts";
import type { Effect } from "../core/effect.ts";
import { changeSupport, withdrawn } from "./change-support.ts";

const DANGER = "hand-off.danger";

/** The open case after one effect of a turn at `now`. */
export function changeCase(before: Case, effect: Effect, now: Instant): Case {
  switch (effect.kind) {
    case "claim":
    case "take-over":
      return taken(withdrawn(before, now), effect.agent, now);
    case "transfer":
      return taken(withdrawn(before, now), effect.to, now);
    case "release":
      return queued(before);
    case "lapse-claim":
      return lapsed(before, now);
    case "reply":
      return replied(before, now);
    case "relay":
      return heard(before, now);
    case "hand-back":
      return { ...before, status: "closed", closedAt: now, closeReason: "handed-back" };
    case "close":
      return { ...before, status: "closed", closedAt: now, closeReason: effect.reason };
    case "breach":
      return { ...before, breaching: [...new Set([...(before.breaching ?? []), effect.deadline])] };
    case "customer-silent":
      return { ...before, customerSilentSince: before.repliedAt ?? now };
    case "propose-close":
      return { ...before, closeProposed: true };
    case "call-back":
      return { ...before, callBack: { ...effect.slot, due: false } };
    case "say":
      return effect.message.kind === "text" && effect.message.key === DANGER ? { ...before, danger: true } : before;
    case "escalate":
    case "support-accepted":
    case "support-returned":
    case "support-completed":
      return changeSupport(before, effect, now);
    case "call-back-due":
      return before.callBack === undefined ? before : { ...before, callBack: { ...before.callBack, due: true } };
    default:
      return before;
  }
}

const taken = (before: Case, agent: NonNullable<Case["agent"]>, now: Instant): Case => ({
  ...before,
  status: "claimed",
  agent,
  claimedAt: before.claimedAt ?? now,
});

function queued(before: Case): Case {
  const { agent: _, ...rest } = before;
  return { ...rest, status: "queued" };
}

function lapsed(before: Case, now: Instant): Case {
  if (before.agent === undefined) return before;
  return { ...queued(before), lapsed: [...(before.lapsed ?? []), { agent: before.agent, at: now }] };
}

/** A word of a person makes the missed replies good; the time to the end still runs. */
function replied(before: Case, now: Instant): Case {
  const { waitingSince: _, breaching = [], customerSilentSince: __, closeProposed: ___, callBack, ...rest } = before;
  const left = breaching.filter((deadline) => deadline === "resolve");
  return {
    ...rest,
    repliedAt: now,
    ...(left.length === 0 ? {} : { breaching: left }),
    ...(callBack === undefined || callBack.due ? {} : { callBack }),
  };
}

function heard(before: Case, now: Instant): Case {
  const { customerSilentSince: _, closeProposed: __, ...rest } = before;
  return { ...rest, waitingSince: before.waitingSince ?? now };
}
