import type { ConversationState, OpenQuestion } from "../core/conversation.ts";
import { type Instant, type LocalTime, minutesOf } from "../core/day.ts";
import type { Effect } from "../core/effect.ts";
import type { TimerChange, TimerName } from "../core/timer.ts";
import type { Clocks } from "./clocks.ts";
import { closingAfter, type DeskHoursPlan, deskMinutesFrom, lastClosing } from "./desk-hours.ts";

/** What the timers of a turn are planned from. */
export interface PlanWith {
  readonly before: ConversationState;
  readonly after: ConversationState;
  readonly at: LocalTime;
  readonly now: Instant;
  readonly plan: DeskHoursPlan;
  readonly clocks: Clocks;
  /** How the customer is reached without having just written. */
  readonly push: "free" | "paid" | "windowed" | "none";
}

const QUESTION: readonly TimerName[] = ["question-reminder", "question-expiry"];
const QUEUE: readonly TimerName[] = ["wait-reminder", "desk-closes"];
const CUSTOMER: readonly TimerName[] = ["customer-silent", "propose-close"];
const AGENT: readonly TimerName[] = ["next-reply", "agent-silent"];
const CASE: readonly TimerName[] = [
  ...[...QUEUE, ...CUSTOMER, ...AGENT],
  ...(["first-reply", "resolve", "call-back", "live-support"] as const),
];

const MINUTE_MS = 60_000;

/** The timers that a turn sets and cancels, in order; nothing else decides on timers. */
export const planTimers = (effects: readonly Effect[], use: PlanWith): readonly TimerChange[] => [
  ...questionTimers(effects, use),
  ...effects.flatMap((effect) => caseTimers(effect, use)),
  ...replyTimers(use),
];

const cancel = (timers: readonly TimerName[]): readonly TimerChange[] =>
  timers.map((timer) => ({ kind: "cancel", timer }));

/** Minutes in which the desk is open. */
function desk(timer: TimerName, minutes: number, { plan, at }: PlanWith): readonly TimerChange[] {
  const afterMs = deskMinutesFrom(plan, at, minutes);
  return afterMs === undefined ? [] : [{ kind: "set", timer, afterMs }];
}

function questionTimers(effects: readonly Effect[], { before, after, clocks, push }: PlanWith) {
  if (after.open === undefined) return before.open === undefined ? [] : cancel(QUESTION);
  if (!effects.some(({ kind }) => kind === "ask")) return [];
  const { questionReminder, questionExpiry } = clocks.minutes;
  const reminder: TimerChange =
    (push === "free" || push === "windowed") && isStep(after.open)
      ? { kind: "set", timer: "question-reminder", afterMs: questionReminder * MINUTE_MS }
      : { kind: "cancel", timer: "question-reminder" };
  const expiry: TimerChange = { kind: "set", timer: "question-expiry", afterMs: questionExpiry * MINUTE_MS };
  return [reminder, expiry];
}

/** A question on the way to a verdict; an offer is not pressed on anybody. */
const isStep = ({ kind }: OpenQuestion): boolean => kind === "fact" || kind === "confirm";

/** Who has the case changes. */
function caseTimers(effect: Effect, use: PlanWith): readonly TimerChange[] {
  const { deskMinutes } = use.clocks;
  switch (effect.kind) {
    case "hand-off":
      return [
        ...desk("first-reply", deskMinutes.firstReply, use),
        ...desk("resolve", deskMinutes.resolve, use),
        // Where words wait for the customer's next message, a reminder would come when it is no longer true.
        ...(use.push === "none" ? [] : desk("wait-reminder", deskMinutes.waitReminder, use)),
        ...closing(use),
      ];
    case "claim":
    case "transfer":
    case "take-over":
      return [
        ...cancel([...QUEUE, ...CUSTOMER, "agent-silent", "live-support"]),
        ...desk("next-reply", deskMinutes.nextReply, use),
      ];
    case "re-open":
      return [...desk("next-reply", deskMinutes.nextReply, use), ...desk("resolve", deskMinutes.resolve, use)];
    case "release":
    case "lapse-claim":
      return [...cancel([...CUSTOMER, "agent-silent"]), ...waitAgain(use), ...closing(use)];
    case "hand-back":
    case "close":
    case "support-completed":
      return cancel(CASE);
    default:
      return effect.kind.startsWith("support-") || effect.kind === "escalate"
        ? supportTimers(effect, use)
        : wordTimers(effect, use);
  }
}

const minutes = (timer: TimerName, count: number): TimerChange => ({ kind: "set", timer, afterMs: count * MINUTE_MS });

/** While live support has the case, the desk owes nothing but an end. */
function supportTimers(effect: Effect, use: PlanWith): readonly TimerChange[] {
  const { supportAnswer, supportDone } = use.clocks.minutes;
  switch (effect.kind) {
    case "escalate":
      return [...cancel([...QUEUE, ...CUSTOMER, ...AGENT, "first-reply"]), minutes("live-support", supportAnswer)];
    case "support-accepted":
      return [minutes("live-support", supportDone)];
    case "support-returned":
      return [
        ...cancel(["live-support"]),
        ...desk("next-reply", use.clocks.deskMinutes.nextReply, use),
        ...closing(use),
      ];
    default:
      return [];
  }
}

/** Something is said, or ought to have been. */
function wordTimers(effect: Effect, use: PlanWith): readonly TimerChange[] {
  const { deskMinutes } = use.clocks;
  const { owner } = use.after;
  switch (effect.kind) {
    case "reply":
      return [
        ...cancel([...AGENT, "first-reply"]),
        ...desk("customer-silent", deskMinutes.customerSilent, use),
        ...desk("propose-close", deskMinutes.proposeClose, use),
      ];
    case "hold-reply":
      return isOwed("agent-silent", use) ? desk("agent-silent", deskMinutes.agentSilent, use) : [];
    case "note":
      return owner.kind === "agent" && owner.agent === effect.agent.id && isOwed("agent-silent", use)
        ? desk("agent-silent", deskMinutes.agentSilent, use)
        : [];
    case "relay":
      return [...cancel(CUSTOMER), ...(owesAlready(use) ? [] : desk("next-reply", deskMinutes.nextReply, use))];
    case "breach":
      return effect.deadline === "next-reply" && owner.kind === "agent"
        ? desk("agent-silent", deskMinutes.agentSilent, use)
        : [];
    case "told-closed":
      return nextClosing(effect.until, use);
    case "call-back":
      return [{ kind: "set", timer: "call-back", afterMs: untilMs(use.at, effect.slot.from) }];
    case "ask-survey":
    case "answer-survey":
      return [minutes("survey", use.clocks.minutes.survey)];
    case "comment-survey":
    case "end-survey":
      return cancel(["survey"]);
    default:
      return [];
  }
}

const isOwed = (timer: TimerName, { before }: PlanWith): boolean => before.timers?.[timer] !== undefined;

/** Who has waited for a first word goes on waiting for it; others wait for the next one. */
const waitAgain = (use: PlanWith): readonly TimerChange[] =>
  isOwed("first-reply", use) ? cancel(["next-reply"]) : desk("next-reply", use.clocks.deskMinutes.nextReply, use);

/** The clock runs from the oldest message that has no answer. */
const owesAlready = (use: PlanWith): boolean =>
  use.after.owner.kind === "queued" ||
  use.after.owner.kind === "support" ||
  isOwed("next-reply", use) ||
  isOwed("agent-silent", use);

function closing(use: PlanWith): readonly TimerChange[] {
  const closes = closingAfter(use.plan, use.at);
  return closes === undefined || use.push === "none"
    ? []
    : [{ kind: "set", timer: "desk-closes", afterMs: untilMs(use.at, closes) }];
}

/** Who was told that nobody is there, and is still in the queue when that day ends, is told again. */
function nextClosing(until: LocalTime, use: PlanWith): readonly TimerChange[] {
  const closes = lastClosing(use.plan, until.slice(0, 10));
  if (closes === undefined || use.push === "none" || use.after.owner.kind !== "queued") return [];
  return [{ kind: "set", timer: "desk-closes", afterMs: untilMs(use.at, closes) }];
}

/** One timer for all replies that wait: it runs for the oldest. */
function replyTimers({ before, after, now, clocks }: PlanWith): readonly TimerChange[] {
  const runs = before.timers?.["send-reply"] !== undefined;
  const [first] = after.held ?? [];
  if (first === undefined) return runs ? cancel(["send-reply"]) : [];
  if (runs && first.number === before.held?.[0]?.number) return [];
  const afterMs = Math.min(Math.max(0, Date.parse(first.leavesAt) - Date.parse(now)), clocks.undoSeconds * 1_000);
  return [{ kind: "set", timer: "send-reply", afterMs }];
}

const untilMs = (from: LocalTime, to: LocalTime): number => Math.max(0, minutesOf(to) - minutesOf(from)) * MINUTE_MS;
