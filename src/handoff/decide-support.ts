import type { Activity } from "../core/activity.ts";
import type { Case, HandOffReason } from "../core/case.ts";
import type { Decision } from "../core/decision.ts";
import type { Effect } from "../core/effect.ts";
import { isPassedOn } from "../core/live-support.ts";
import { text } from "../core/message.ts";

type SupportActivity = Extract<Activity, { kind: "support" }>;

const IGNORED: Decision = { outcome: "ignored", effects: [] };

/** What live support says of a case. What is no longer with it, or was passed on anew since, is nothing to us. */
export function decideSupport({ support: id, status, message }: SupportActivity, on: Case | undefined): Decision {
  const passed = on?.support;
  if (passed?.id !== id || !isPassedOn(passed)) return IGNORED;
  const words = message === undefined ? {} : { message };
  switch (status) {
    case "accepted":
      return passed.state === "accepted"
        ? IGNORED
        : said("support-accepted", { kind: "support-accepted", ...words }, "hand-off.support-accepted");
    case "failed":
      return returned("failed", words);
    case "completed":
      return said("support-completed", { kind: "support-completed", ...words }, "hand-off.support-done");
  }
}

/** The time in which live support should have answered, or have been done, is over. */
export const decideOverdue = (on: Case | undefined): Decision =>
  isPassedOn(on?.support) ? returned("overdue", {}) : IGNORED;

const returned = (why: "failed" | "overdue", words: { readonly message?: string }): Decision => ({
  outcome: "support-returned",
  effects: [
    { kind: "support-returned", why, ...words },
    { kind: "say", message: text("hand-off.support-returned", { queue: { kind: "queue" } }) },
  ],
});

const said = (outcome: Decision["outcome"], effect: Effect, key: string): Decision => ({
  outcome,
  effects: [effect, { kind: "say", message: text(key) }],
});

/** What a customer is told who waits for the desk; not true of one whose case goes straight on. */
const OF_THE_QUEUE: ReadonlySet<string> = new Set(["hand-off.queued", "hand-off.closed"]);

/** Cases that are opened for one of these reasons go to live support at once. */
export function passStraightOn(decision: Decision, reasons: readonly HandOffReason[]): Decision {
  if (!decision.effects.some((effect) => effect.kind === "hand-off" && reasons.includes(effect.reason))) {
    return decision;
  }
  const kept = decision.effects.filter((effect) => !isOfTheQueue(effect));
  const passed: readonly Effect[] = [{ kind: "escalate" }, { kind: "say", message: text("hand-off.passed-on") }];
  return { ...decision, effects: [...kept, ...passed] };
}

const isOfTheQueue = (effect: Effect): boolean =>
  effect.kind === "offer-slots" ||
  effect.kind === "told-closed" ||
  (effect.kind === "say" && effect.message.kind === "text" && OF_THE_QUEUE.has(effect.message.key));
