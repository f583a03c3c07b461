import type { Activity } from "../core/activity.ts";
import type { Case, HandOffReason } from "../core/case.ts";
import type { ConversationState } from "../core/conversation.ts";
import { type Instant, isDay, type LocalTime } from "../core/day.ts";
import type { Decision } from "../core/decision.ts";
import type { Effect } from "../core/effect.ts";
import { caseId } from "../core/ids.ts";
import type { Intent } from "../core/intent.ts";
import type { Message } from "../core/message.ts";
import type { TurnedOff } from "../core/switch.ts";
import { breakRepetition } from "../dialog/break-repetition.ts";
import { decide } from "../dialog/decide.ts";
import type { Dialog } from "../dialog/dialog.ts";
import { fold } from "../dialog/fold.ts";
import { holdBack } from "../dialog/hold-back.ts";
import type { Knowledge } from "../dialog/knowledge.ts";
import { leavePack } from "../dialog/leave-pack.ts";
import type { Clocks } from "../handoff/clocks.ts";
import { type CheckReply, decideDesk } from "../handoff/decide-desk.ts";
import { decideDue } from "../handoff/decide-due.ts";
import { decideReOpen } from "../handoff/decide-re-open.ts";
import { decideLeaving, decideTakeBack, holdReplies, lettingGo } from "../handoff/decide-reply.ts";
import { decideOverdue, decideSupport, passStraightOn } from "../handoff/decide-support.ts";
import type { Understand, UnderstandingContext } from "../ports/understand.ts";
import { withoutMarks } from "../privacy/mask-identifiers.ts";
import { beforeWords } from "./before-words.ts";
import type { SlotLabel } from "./chosen-slot.ts";
import { decideBotOff } from "./decide-bot-off.ts";
import { decideOpened } from "./decide-opened.ts";
import { decideRelay, type RelayWith } from "./decide-relay.ts";
import type { DecidedTurn } from "./decided-turn.ts";
import { reOpened } from "./re-opened.ts";

export interface DecideWith {
  readonly understand: Understand;
  readonly dialogs: readonly Dialog[];
  /** Those that may speak while the incident is off. */
  readonly packOffDialogs: readonly Dialog[];
  readonly off: TurnedOff;
  readonly knowledge: Knowledge;
  readonly incidentName: string;
  readonly checkReply: CheckReply;
  /** The place of the arrival. */
  readonly seq: number;
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

/** Who owns, what was understood, what to do: pure given the recorded understanding. What is turned off is held back. */
export function decideTurn(state: ConversationState, activity: Activity, use: DecideWith): DecidedTurn {
  const decided = decideActivity(state, activity, use);
  return { ...decided, decision: holdBack(decided.decision, use.off) };
}

function decideActivity(state: ConversationState, activity: Activity, use: DecideWith): DecidedTurn {
  switch (activity.kind) {
    case "opened":
      return { decision: decideOpened(state, activity, use) };
    case "desk":
      return { decision: decideStaff(state, activity, use) };
    case "support":
      return { decision: withParting(state, lettingGo(decideSupport(activity, use.case), state), use) };
    case "said":
      if (activity.erased === true) return { decision: { outcome: "ignored", effects: [] } };
      return decideWords(state, activity, use);
    case "due":
      return { decision: lettingGo(decideTimer(state, activity, use), state) };
  }
}

function decideStaff(
  state: ConversationState,
  activity: Extract<Activity, { kind: "desk" }>,
  use: DecideWith,
): Decision {
  const { checkReply, seq, now, clocks } = use;
  const decided =
    decideTakeBack(state, activity) ??
    decideReOpen(state, activity) ??
    botIsOff(state, activity, use) ??
    noSupport(activity, use) ??
    decideDesk(state.owner, activity, checkReply, use.case?.agent);
  const held = holdReplies(decided, { seq, now, undoSeconds: clocks.undoSeconds });
  return withParting(state, lettingGo(held, state), use);
}

/** Nobody can be given back to a bot that is off in their channel. */
function botIsOff(
  { owner }: ConversationState,
  { act, agent }: Extract<Activity, { kind: "desk" }>,
  { off }: DecideWith,
): Decision | undefined {
  if (!off.bot || act.kind !== "hand-back" || owner.kind !== "agent" || owner.agent !== agent.id) return undefined;
  return { outcome: "refused", effects: [{ kind: "refuse", agent, why: "bot-off", case: owner.case }] };
}

/** Nothing can be passed on to live support that is not there. */
const noSupport = (
  { act, agent }: Extract<Activity, { kind: "desk" }>,
  { straightOn }: DecideWith,
): Decision | undefined =>
  act.kind === "escalate" && straightOn === undefined
    ? { outcome: "refused", effects: [{ kind: "refuse", agent, why: "no-support" }] }
    : undefined;

/** What dialogs add when a case has ended. A bot that is off asks nothing. */
function withParting(state: ConversationState, decision: Decision, use: DecideWith): Decision {
  const closed = use.case;
  if (closed === undefined || use.waitsForCustomer || use.off.bot) return decision;
  const dialogs = use.off.pack ? use.packOffDialogs : use.dialogs;
  const added = dialogs.flatMap((dialog) => dialog.parting?.({ state, closed, decision }) ?? []);
  return added.length === 0 ? decision : { ...decision, effects: [...decision.effects, ...added] };
}

/** A timer that was cancelled or set anew since it ran out changes nothing. */
function decideTimer(
  state: ConversationState,
  { timer, number }: Extract<Activity, { kind: "due" }>,
  { now, knowledge: { desk, day }, off, case: on }: DecideWith,
): Decision {
  if (state.timers?.[timer] !== number) return { outcome: "ignored", effects: [] };
  if (timer === "send-reply") return decideLeaving(state, now);
  if (timer === "live-support") return decideOverdue(on);
  if (timer === "question-reminder" && (off.bot || off.pack)) return { outcome: "ignored", effects: [] };
  return decideDue(timer, state, { ...desk, day });
}

function decideWords(state: ConversationState, activity: Words, use: DecideWith): DecidedTurn {
  if (state.owner.kind !== "bot") return decideRelay(state, activity, relayWith(use, contextOf(state, use)));
  const again = reOpened(state, use.now, use.clocks.minutes.reOpen);
  if (again === undefined || (!use.off.bot && isFarewell(state, activity, use))) {
    return decideSaid(state, activity, use);
  }
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

function decideSaid(before: ConversationState, activity: Words, use: DecideWith): DecidedTurn {
  const { knowledge, off } = use;
  const left = off.pack ? leavePack(before) : [];
  const state = left.length === 0 ? before : fold(before, left, caseId(""));
  const understanding = use.understand(withoutMarks(activity.text), contextOf(state, use));
  if (off.bot) return decideBotOff(state, activity, understanding, knowledge);
  const said = beforeWords(state, activity, understanding);
  const spoken = fold(
    state,
    said.filter(({ kind }) => kind === "speak"),
    caseId(""),
  );
  const decided = decide({ state: spoken, understanding, knowledge }, off.pack ? use.packOffDialogs : use.dialogs);
  const effects = [...left, ...said, ...decided.effects, ...surveyOver(state, decided)];
  const broken = breakRepetition(state, holdBack({ ...decided, effects }, off), knowledge);
  return { understanding, decision: passStraightOn(broken, use.straightOn ?? []) };
}

/** What is no answer to the survey is an ordinary message, and ends it. */
const surveyOver = ({ survey }: ConversationState, { outcome }: Decision): readonly Effect[] =>
  survey === undefined || outcome === "surveyed" ? [] : [{ kind: "end-survey" }];
