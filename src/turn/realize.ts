import type { Agent } from "../core/activity.ts";
import type { Case } from "../core/case.ts";
import type { ConversationState } from "../core/conversation.ts";
import type { Instant } from "../core/day.ts";
import type { Decision } from "../core/decision.ts";
import type { DeskEffect, Effect } from "../core/effect.ts";
import type { CaseId, ConversationId } from "../core/ids.ts";
import type { Language } from "../core/language.ts";
import type { Message, Said } from "../core/message.ts";
import { fold } from "../dialog/fold.ts";
import type { DeskNews, NewDelivery } from "../ports/delivery.ts";
import type { LogBody } from "../ports/log-entry.ts";
import { caseEvent } from "./case-event.ts";
import { changeCase } from "./change-case.ts";

export interface RealizeWith {
  readonly conversation: ConversationId;
  readonly state: ConversationState;
  readonly case?: Case;
  /** Id for a case that this turn opens. */
  readonly newCase: CaseId;
  readonly now: Instant;
  /** Place of the arrival that is handled. */
  readonly handled: number;
  readonly compose: (message: Message, language: Language) => Said;
}

export interface Realized {
  readonly state: ConversationState;
  readonly log: readonly LogBody[];
  readonly deliveries: readonly NewDelivery[];
  readonly case?: Case;
  /** Places of words that an agent wants sent again. */
  readonly again: readonly number[];
}

/** Turns a decision into what is written: the folded state, the words, the case and what must be sent. */
export function realize(decision: Decision, use: RealizeWith): Realized {
  const id = use.case?.id ?? use.newCase;
  const state = fold(use.state, decision.effects, id);
  const changed = decision.effects.reduce((before, effect) => caseAfter(before, effect, use, state), use.case);
  const log: LogBody[] = [];
  const deliveries: NewDelivery[] = [];
  for (const effect of decision.effects) {
    const body = wordsOf(effect, use, state.language);
    if (body === undefined) continue;
    log.push(body);
    if (body.kind === "bot" || body.kind === "agent") deliveries.push({ target: "channel", entry: log.length - 1 });
  }
  deliveries.push(...newsOf(decision, changed));
  const again = decision.effects.flatMap((effect) => (effect.kind === "send-again" ? [effect.seq] : []));
  return {
    state: rememberClosed(state, changed),
    log,
    deliveries,
    again,
    ...(changed === undefined ? {} : { case: changed }),
  };
}

/** What is closed for want of an answer may be opened again by the customer's next message. */
const rememberClosed = (state: ConversationState, changed: Case | undefined): ConversationState =>
  changed?.status === "closed" && changed.closeReason === "no-answer" ? { ...state, closed: changed } : state;

function wordsOf(effect: Effect, use: RealizeWith, language: Language): LogBody | undefined {
  switch (effect.kind) {
    case "say":
      return { kind: "bot", said: use.compose(effect.message, language) };
    case "reply":
      return { kind: "agent", agentName: effect.agent.name, text: effect.text };
    case "note":
      return { kind: "note", agentName: effect.agent.name, text: effect.text, agent: effect.agent.id };
    default:
      return caseEvent(effect, use.case, use.handled);
  }
}

function caseAfter(
  before: Case | undefined,
  effect: Effect,
  use: RealizeWith,
  state: ConversationState,
): Case | undefined {
  if (effect.kind === "hand-off") {
    return {
      id: use.newCase,
      conversation: use.conversation,
      status: "queued",
      reason: effect.reason,
      language: state.language,
      openedAt: use.now,
      waitingSince: use.now,
    };
  }
  if (effect.kind === "re-open") return reOpened(effect.case, effect.agent, use.now);
  return before === undefined ? undefined : changeCase(before, effect, use.now);
}

function reOpened(closed: Case, agent: Agent, now: Instant): Case {
  const { closedAt: _, closeReason: __, customerSilentSince: ___, closeProposed: ____, ...rest } = closed;
  return { ...rest, status: "claimed", agent, waitingSince: now };
}

/** The desk hears of every turn of a conversation that has a case, and an agent of every refusal. */
function newsOf(decision: Decision, changed: Case | undefined): readonly NewDelivery[] {
  const refused = decision.effects.find(
    (effect): effect is Extract<DeskEffect, { kind: "refuse" }> => effect.kind === "refuse",
  );
  const id = refused?.case ?? changed?.id;
  if (id === undefined) return [];
  const news: DeskNews =
    refused === undefined
      ? { kind: "case-changed", case: id }
      : {
          kind: "refused",
          case: id,
          agent: refused.agent.id,
          why: refused.why,
          ...(refused.holder === undefined ? {} : { holder: refused.holder }),
        };
  return [{ target: "desk", news }];
}
