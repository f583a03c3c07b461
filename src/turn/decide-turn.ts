import type { Activity } from "../core/activity.ts";
import type { ConversationState } from "../core/conversation.ts";
import { isDay } from "../core/day.ts";
import type { Decision } from "../core/decision.ts";
import type { Effect } from "../core/effect.ts";
import type { Intent } from "../core/intent.ts";
import { intentButton, type Message, text } from "../core/message.ts";
import type { Understanding } from "../core/understanding.ts";
import { breakRepetition } from "../dialog/break-repetition.ts";
import { DANGER_FROM, dangerOf } from "../dialog/danger-of.ts";
import { decide } from "../dialog/decide.ts";
import type { Dialog } from "../dialog/dialog.ts";
import type { Knowledge } from "../dialog/knowledge.ts";
import { type CheckReply, decideDesk } from "../handoff/decide-desk.ts";
import type { Understand, UnderstandingContext } from "../ports/understand.ts";
import { withoutMarks } from "../privacy/mask-identifiers.ts";

export interface DecideWith {
  readonly understand: Understand;
  readonly dialogs: readonly Dialog[];
  readonly knowledge: Knowledge;
  readonly incidentName: string;
  readonly checkReply: CheckReply;
}

export interface DecidedTurn {
  readonly decision: Decision;
  readonly understanding?: Understanding;
}

/** Who owns, what was understood, what to do: pure given the recorded understanding. */
export function decideTurn(state: ConversationState, activity: Activity, use: DecideWith): DecidedTurn {
  switch (activity.kind) {
    case "opened":
      return { decision: greet(state, use) };
    case "desk":
      return { decision: decideDesk(state.owner, activity, use.checkReply) };
    case "said":
      return state.owner.kind === "bot" ? decideSaid(state, activity, use) : relayed(state, activity, use);
  }
}

/** The bot is silent; only what protects the customer is still said: that a number was hidden, and whom to call in danger. */
function relayed(
  state: ConversationState,
  activity: Extract<Activity, { kind: "said" }>,
  use: DecideWith,
): DecidedTurn {
  const waits = state.owner.kind === "queued";
  const read = waits ? use.understand(withoutMarks(activity.text), contextOf(state, use)) : undefined;
  const inDanger = read !== undefined && dangerOf(read) >= DANGER_FROM;
  const effects: readonly Effect[] = [
    { kind: "relay", text: activity.text },
    ...(activity.masked > 0 ? [{ kind: "say", message: text("repair.masked") } as const] : []),
    ...(inDanger ? [{ kind: "say", message: text("hand-off.danger") } as const] : []),
  ];
  return { decision: { outcome: "relayed", effects }, ...(read === undefined ? {} : { understanding: read }) };
}

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

function decideSaid(
  state: ConversationState,
  activity: Extract<Activity, { kind: "said" }>,
  use: DecideWith,
): DecidedTurn {
  const understanding = use.understand(withoutMarks(activity.text), contextOf(state, use));
  const language = understood(understanding) ? understanding.language : state.language;
  const before: readonly Effect[] = [
    ...(language === state.language ? [] : [{ kind: "speak", language } as const]),
    ...(activity.masked > 0 ? [{ kind: "say", message: text("repair.masked") } as const] : []),
  ];
  const spoken = { ...state, language };
  const decided = decide({ state: spoken, understanding, knowledge: use.knowledge }, use.dialogs);
  const decision = { ...decided, effects: [...before, ...decided.effects] };
  return { understanding, decision: breakRepetition(state, decision, use.knowledge) };
}

/** What is not understood says nothing about the language either. */
const understood = ({ segments, reply }: Understanding): boolean =>
  reply !== undefined || segments.some(({ band }) => band !== "rejected");

function greet(state: ConversationState, { knowledge, incidentName }: DecideWith): Decision {
  if (state.greeted) return { outcome: "ignored", effects: [] };
  const message = text("small-talk.welcome", { incident: incidentName }, knowledge.topics.map(intentButton));
  return { outcome: "greeted", effects: [{ kind: "greet" }, { kind: "say", message }] };
}
