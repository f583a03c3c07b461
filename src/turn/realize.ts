import type { Agent } from "../core/activity.ts";
import type { CallBackTicket } from "../core/call-back-ticket.ts";
import type { Case } from "../core/case.ts";
import type { ConversationState, HeldReply } from "../core/conversation.ts";
import type { Instant } from "../core/day.ts";
import type { Decision } from "../core/decision.ts";
import type { DeskEffect, Effect } from "../core/effect.ts";
import type { CaseId, ConversationId } from "../core/ids.ts";
import type { Language } from "../core/language.ts";
import type { Message, Said } from "../core/message.ts";
import type { SurveyChange } from "../core/survey.ts";
import { fold } from "../dialog/fold.ts";
import type { DeskNews, NewDelivery } from "../ports/delivery.ts";
import type { LogBody } from "../ports/log-entry.ts";
import type { NewId } from "../ports/new-id.ts";
import { caseEvent } from "./case-event.ts";
import { changeCase } from "./change-case.ts";
import { supportPosts, ticketOf, withSupportId } from "./support-posts.ts";
import { surveyChanges } from "./survey-changes.ts";
import type { SupportTargets } from "./turn-with.ts";

export interface RealizeWith {
  readonly conversation: ConversationId;
  readonly state: ConversationState;
  readonly case?: Case;
  /** Id for a case that this turn opens. */
  readonly newCase: CaseId;
  readonly newId: NewId;
  /** Of the arrival. */
  readonly seq: number;
  readonly liveSupport?: SupportTargets;
  readonly now: Instant;
  readonly compose: (message: Message, language: Language) => Said;
}

export interface Realized {
  readonly state: ConversationState;
  readonly log: readonly LogBody[];
  readonly deliveries: readonly NewDelivery[];
  readonly case?: Case;
  /** Places of words that an agent wants sent again. */
  readonly again: readonly number[];
  readonly callBack?: CallBackTicket;
  readonly surveys?: readonly SurveyChange[];
}

/** Turns a decision into what is written: the folded state, the words, the case and what must be sent. */
export function realize(decision: Decision, use: RealizeWith): Realized {
  const id = use.case?.id ?? use.newCase;
  const state = fold(use.state, decision.effects, id);
  const folded = decision.effects.reduce((before, effect) => caseAfter(before, effect, use, state), use.case);
  const changed = withSupportId(folded, use.newId);
  const log: LogBody[] = [];
  const deliveries: NewDelivery[] = [];
  for (const effect of decision.effects) {
    const body = wordsOf(effect, use, state.language);
    if (body === undefined) continue;
    log.push(body);
    if (body.kind === "bot" || body.kind === "agent") deliveries.push({ target: "channel", entry: log.length - 1 });
  }
  const callBack = ticketOf(use.case, changed, use);
  deliveries.push(...newsOf(decision, changed), ...supportPosts(use.case, changed, callBack, use.liveSupport));
  const surveys = surveyChanges(decision, use.state);
  const again = decision.effects.flatMap((effect) => (effect.kind === "send-again" ? [effect.seq] : []));
  return {
    state: rememberClosed(state, changed),
    log,
    deliveries,
    again,
    ...(changed === undefined ? {} : { case: changed }),
    ...(callBack === undefined ? {} : { callBack }),
    ...(surveys.length === 0 ? {} : { surveys }),
  };
}

/** What is closed for want of an answer may be opened again by the customer's next message. */
function rememberClosed(state: ConversationState, changed: Case | undefined): ConversationState {
  if (changed?.status !== "closed") return state;
  return { ...state, lastCase: changed, ...(changed.closeReason === "no-answer" ? { closed: changed } : {}) };
}

function wordsOf(effect: Effect, use: RealizeWith, language: Language): LogBody | undefined {
  switch (effect.kind) {
    case "say":
      return { kind: "bot", said: use.compose(effect.message, language) };
    case "reply":
      return {
        kind: "agent",
        agentName: effect.agent.name,
        text: effect.text,
        ...(effect.held === undefined ? {} : { reply: effect.held }),
      };
    case "hold-reply":
      return heldNote(effect.reply);
    case "note":
      return { kind: "note", agentName: effect.agent.name, text: effect.text, agent: effect.agent.id };
    default:
      return caseEvent(effect, use.case, use.seq);
  }
}

/** Until it leaves, staff alone see it, and if it never does this is what stays of it. */
const heldNote = ({ agent, text, number }: HeldReply): LogBody => ({
  kind: "note",
  agentName: agent.name,
  text,
  agent: agent.id,
  reply: number,
});

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
