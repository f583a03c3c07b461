import type { Activity } from "../core/activity.ts";
import type { ConversationState } from "../core/conversation.ts";
import { isDay } from "../core/day.ts";
import type { Decision } from "../core/decision.ts";
import type { Effect } from "../core/effect.ts";
import { caseId } from "../core/ids.ts";
import type { Intent } from "../core/intent.ts";
import type { Message } from "../core/message.ts";
import { breakRepetition } from "../dialog/break-repetition.ts";
import { decide } from "../dialog/decide.ts";
import { fold } from "../dialog/fold.ts";
import { holdBack } from "../dialog/hold-back.ts";
import { leavePack } from "../dialog/leave-pack.ts";
import { decideDue } from "../handoff/decide-due.ts";
import { decideLeaving, lettingGo } from "../handoff/decide-reply.ts";
import { decideOverdue, decideSupport, passStraightOn } from "../handoff/decide-support.ts";
import type { UnderstandingContext } from "../ports/understand.ts";
import { withoutMarks } from "../privacy/mask-identifiers.ts";
import { beforeWords } from "./before-words.ts";
import { decideBotOff } from "./decide-bot-off.ts";
import { decideOpened } from "./decide-opened.ts";
import { decideRelay, type RelayWith } from "./decide-relay.ts";
import { decideStaff } from "./decide-staff.ts";
import type { DecideWith } from "./decide-with.ts";
import type { DecidedTurn } from "./decided-turn.ts";
import { reOpened } from "./re-opened.ts";
import { withParting } from "./with-parting.ts";

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
