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

export interface RealizeWith {
  readonly conversation: ConversationId;
  readonly state: ConversationState;
  readonly case?: Case;
  /** Id for a case that this turn opens. */
  readonly newCase: CaseId;
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
}

/** Turns a decision into what is written: the folded state, the words, the case and what must be sent. */
export function realize(decision: Decision, use: RealizeWith): Realized {
  const id = use.case?.id ?? use.newCase;
  const state = fold(use.state, decision.effects, id);
  const changed = decision.effects.reduce((before, effect) => changeCase(before, effect, use, state), use.case);
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
  return { state, log, deliveries, again, ...(changed === undefined ? {} : { case: changed }) };
}

function wordsOf(effect: Effect, use: RealizeWith, language: Language): LogBody | undefined {
  switch (effect.kind) {
    case "say":
      return { kind: "bot", said: use.compose(effect.message, language) };
    case "reply":
      return { kind: "agent", agentName: effect.agent.name, text: effect.text };
    case "note":
      return { kind: "note", agentName: effect.agent.name, text: effect.text };
    case "hand-off":
      return { kind: "desk", event: `opened.${effect.reason}` };
    case "claim":
    case "release":
    case "send-again":
    case "hand-back":
      return { kind: "desk", event: effect.kind, agentName: effect.agent.name };
    case "close":
      return { kind: "desk", event: `close.${effect.reason}`, agentName: effect.agent.name };
    default:
      return undefined;
  }
}

function changeCase(
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
    };
  }
  return before === undefined ? undefined : changeOpenCase(before, effect, use.now);
}

function changeOpenCase(before: Case, effect: Effect, now: Instant): Case {
  const { agent: _, ...unowned } = before;
  switch (effect.kind) {
    case "claim":
      return { ...before, status: "claimed", agent: effect.agent };
    case "release":
      return { ...unowned, status: "queued" };
    case "hand-back":
      return { ...before, status: "closed", closedAt: now, closeReason: "handed-back" };
    case "close":
      return { ...before, status: "closed", closedAt: now, closeReason: effect.reason };
    default:
      return before;
  }
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
      : { kind: "refused", case: id, agent: refused.agent.id, why: refused.why };
  return [{ target: "desk", news }];
}
