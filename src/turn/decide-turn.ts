import type { Activity } from "../core/activity.ts";
import type { Case, HandOffReason } from "../core/case.ts";
import type { ConversationState } from "../core/conversation.ts";
import { type Instant, isDay, type LocalTime } from "../core/day.ts";
import type { Decision } from "../core/decision.ts";
import type { Effect } from "../core/effect.ts";
import type { Intent } from "../core/intent.ts";
import { intentButton, type Message, text } from "../core/message.ts";
import type { Understanding } from "../core/understanding.ts";
import { breakRepetition } from "../dialog/break-repetition.ts";
import { decide } from "../dialog/decide.ts";
import type { Dialog } from "../dialog/dialog.ts";
import { handOffEffects } from "../dialog/hand-off-effects.ts";
import type { Knowledge } from "../dialog/knowledge.ts";
import type { Clocks } from "../handoff/clocks.ts";
import { type CheckReply, decideDesk } from "../handoff/decide-desk.ts";
import { decideDue } from "../handoff/decide-due.ts";
import { decideOverdue, decideSupport, passStraightOn } from "../handoff/decide-support.ts";
import type { Understand, UnderstandingContext } from "../ports/understand.ts";
import { withoutMarks } from "../privacy/mask-identifiers.ts";
import type { SlotLabel } from "./chosen-slot.ts";
import { decideRelay, type RelayWith } from "./decide-relay.ts";
import type { DecidedTurn } from "./decided-turn.ts";
import { reOpened } from "./re-opened.ts";

export interface DecideWith {
  readonly understand: Understand;
  readonly dialogs: readonly Dialog[];
  readonly knowledge: Knowledge;
  readonly incidentName: string;
  readonly checkReply: CheckReply;
  readonly now: Instant;
  /** The time in Korea; of the day asked about. */
  readonly at: LocalTime;
  readonly clocks: Clocks;
  /** The open case, if there is one. */
  readonly case?: Case;
  /** As its button says it. */
  readonly slotLabel: SlotLabel;
  /** What is said reaches the customer only when they write again. */
  readonly waitsForCustomer: boolean;
  /** Reasons for which a case goes to live support at once; absent where there is no live support. */
  readonly straightOn?: readonly HandOffReason[];
}

type Words = Extract<Activity, { kind: "said" }>;

/** Who owns, what was understood, what to do: pure given the recorded understanding. */
export function decideTurn(state: ConversationState, activity: Activity, use: DecideWith): DecidedTurn {
  switch (activity.kind) {
    case "opened":
      return { decision: activity.minor === true ? bringGuardian(state, use) : greet(state, use) };
    case "desk":
      return { decision: withParting(state, decideAct(state, activity, use), use) };
    case "support":
      return { decision: withParting(state, decideSupport(activity, use.case), use) };
    case "said":
      if (activity.erased === true) return { decision: { outcome: "ignored", effects: [] } };
      return decideWords(state, activity, use);
    case "due":
      return { decision: decideTimer(state, activity, use) };
  }
}

function decideAct(state: ConversationState, activity: Extract<Activity, { kind: "desk" }>, use: DecideWith): Decision {
  const { agent, act } = activity;
  if (act.kind === "escalate" && use.straightOn === undefined) {
    return { outcome: "refused", effects: [{ kind: "refuse", agent, why: "no-support" }] };
  }
  return decideDesk(state.owner, activity, use.checkReply, use.case?.agent);
}

/** What dialogs add when a case has ended. */
function withParting(state: ConversationState, decision: Decision, use: DecideWith): Decision {
  const closed = use.case;
  if (closed === undefined || use.waitsForCustomer) return decision;
  const added = use.dialogs.flatMap((dialog) => dialog.parting?.({ state, closed, decision }) ?? []);
  return added.length === 0 ? decision : { ...decision, effects: [...decision.effects, ...added] };
}

/** A timer that was cancelled or set anew since it ran out changes nothing. */
function decideTimer(
  state: ConversationState,
  { timer, number }: Extract<Activity, { kind: "due" }>,
  { knowledge: { desk, day }, case: on }: DecideWith,
): Decision {
  if (state.timers?.[timer] !== number) return { outcome: "ignored", effects: [] };
  if (timer === "live-support") return decideOverdue(on);
  return decideDue(timer, state, { ...desk, day });
}

function decideWords(state: ConversationState, activity: Words, use: DecideWith): DecidedTurn {
  if (state.owner.kind !== "bot") return decideRelay(state, activity, relayWith(use, contextOf(state, use)));
  const again = reOpened(state, use.now, use.clocks.minutes.reOpen);
  if (again === undefined || isFarewell(state, activity, use)) return decideSaid(state, activity, use);
  const relayed = decideRelay(again.state, activity, relayWith(use, contextOf(state, use)));
  return {
    ...relayed,
    decision: { outcome: "re-opened", effects: [...again.effects, ...relayed.decision.effects] },
  };
}

/** "Thank you" and "good-bye" bring nobody back to work. */
function isFarewell(state: ConversationState, { text: words }: Words, use: DecideWith): boolean {
  const { segments } = use.understand(withoutMarks(words), contextOf(state, use));
  return segments.length > 0 && segments.every(({ intent, band }) => band === "sure" && FAREWELLS.has(intent));
}

const FAREWELLS: ReadonlySet<Intent> = new Set<Intent>(["thanks", "goodbye"]);

const relayWith = (use: DecideWith, context: UnderstandingContext): RelayWith => ({
  ...use,
  context,
  presentMinutes: use.clocks.minutes.agentPresent,
  desk: use.knowledge.desk,
});

const contextOf = (state: ConversationState, { knowledge }: DecideWith): UnderstandingContext => ({
  language: state.language,
  today: knowledge.day,
  ...(state.open === undefined ? { offered: offeredIn(state.lastSaid) } : { open: state.open }),
  ...lastDayOf(state),
});

/** Facts stand in the order of learning. */
function lastDayOf({ facts }: ConversationState): Pick<UnderstandingContext, "lastDay"> {
  const told = Object.entries(facts).findLast(([, is]) => is.state === "known" && isDay(is.value));
  return told === undefined ? {} : { lastDay: told[0] };
}
const offeredIn = (said: readonly Message[]): readonly Intent[] =>
  said.at(-1)?.buttons.flatMap((button) => (button.kind === "intent" ? [button.intent] : [])) ?? [];

function decideSaid(state: ConversationState, activity: Words, use: DecideWith): DecidedTurn {
  const understanding = use.understand(withoutMarks(activity.text), contextOf(state, use));
  const language = understood(understanding) ? understanding.language : state.language;
  const before: readonly Effect[] = [
    ...(state.lapsed === undefined ? [] : [{ kind: "settle" } as const]),
    ...(language === state.language ? [] : [{ kind: "speak", language } as const]),
    ...(activity.masked > 0 ? [{ kind: "say", message: text("repair.masked") } as const] : []),
  ];
  const spoken = { ...state, language };
  const decided = decide({ state: spoken, understanding, knowledge: use.knowledge }, use.dialogs);
  const decision = { ...decided, effects: [...before, ...decided.effects, ...surveyOver(state, decided)] };
  const broken = breakRepetition(state, decision, use.knowledge);
  return { understanding, decision: passStraightOn(broken, use.straightOn ?? []) };
}

/** What is no answer to the survey is an ordinary message, and ends it. */
const surveyOver = ({ survey }: ConversationState, { outcome }: Decision): readonly Effect[] =>
  survey === undefined || outcome === "surveyed" ? [] : [{ kind: "end-survey" }];

/** What is not understood says nothing about the language either. */
const understood = ({ segments, reply }: Understanding): boolean =>
  reply !== undefined || segments.some(({ band }) => band !== "rejected");

/** A child is asked to come with a guardian, and a person takes over; once. */
function bringGuardian(state: ConversationState, { knowledge }: DecideWith): Decision {
  if (state.greeted || state.owner.kind !== "bot") return { outcome: "ignored", effects: [] };
  const say: Effect = { kind: "say", message: text("hand-off.guardian") };
  return { outcome: "handed-off", effects: [{ kind: "greet" }, say, ...handOffEffects("referral", knowledge)] };
}

function greet(state: ConversationState, { knowledge, incidentName }: DecideWith): Decision {
  if (state.greeted) return { outcome: "ignored", effects: [] };
  const message = text("small-talk.welcome", { incident: incidentName }, knowledge.topics.map(intentButton));
  return { outcome: "greeted", effects: [{ kind: "greet" }, { kind: "say", message }] };
}
