import { compose } from "../content/compose.ts";
import type { Content, Pack } from "../content/content.ts";
import { knowledgeOf } from "../content/knowledge.ts";
import { type ConversationState, newConversation } from "../core/conversation.ts";
import type { Decision } from "../core/decision.ts";
import { caseId } from "../core/ids.ts";
import { text } from "../core/message.ts";
import type { Dialog } from "../dialog/dialog.ts";
import { handOffEffects } from "../dialog/hand-off-effects.ts";
import type { CheckReply } from "../handoff/decide-desk.ts";
import type { Clock } from "../ports/clock.ts";
import type { Log } from "../ports/log.ts";
import type { NewId } from "../ports/new-id.ts";
import type { Sha256 } from "../ports/sha256.ts";
import type { Lease, PendingArrival, TurnCommit } from "../ports/store.ts";
import type { Understand } from "../ports/understand.ts";
import { auditTurn } from "./audit-turn.ts";
import { type DecidedTurn, decideTurn } from "./decide-turn.ts";
import { guard } from "./guard.ts";
import { realize } from "./realize.ts";
import { unclearOf } from "./unclear-of.ts";

export interface TurnWith {
  readonly content: Content;
  readonly pack: Pack;
  readonly understand: Understand;
  readonly dialogs: readonly Dialog[];
  readonly checkReply: CheckReply;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly log: Log;
  readonly sha256: Sha256;
}

/** One arrival, from what was understood to what is to be written. Whatever breaks, the customer is told and a case is opened. */
export function handleTurn(lease: Lease, arrival: PendingArrival, parts: TurnWith): TurnCommit {
  const use = { ...parts, clock: stopped(parts.clock) };
  const state = lease.state ?? newConversation(languageOf(arrival));
  try {
    return written(lease, arrival, state, decided(state, arrival, use), use);
  } catch (error) {
    use.log.error("turn failed", { seq: arrival.seq, error: error instanceof Error ? error.name : "unknown" });
    return written(lease, arrival, state, { decision: failed(state, use) }, use);
  }
}

/** One moment for the whole turn, so that a verdict of one day is neither worded nor recorded on the next. */
function stopped(clock: Clock): Clock {
  const [now, local] = [clock.now(), clock.local()];
  return { now: () => now, local: () => local, today: () => local.slice(0, 10) };
}

function languageOf({ activity }: PendingArrival) {
  return activity.kind === "desk" ? "ko" : (activity.language ?? "ko");
}

function decided(state: ConversationState, arrival: PendingArrival, use: TurnWith): DecidedTurn {
  return decideTurn(state, arrival.activity, {
    understand: use.understand,
    dialogs: use.dialogs,
    knowledge: knowledgeOf(use.content, use.pack, use.clock.local()),
    incidentName:
      use.pack.incident.title[arrival.activity.kind === "opened" ? arrival.activity.language : state.language],
    checkReply: use.checkReply,
  });
}

function failed(state: ConversationState, { content, pack, clock }: TurnWith): Decision {
  if (state.owner.kind !== "bot") return { outcome: "failed", effects: [] };
  const knowledge = knowledgeOf(content, pack, clock.local());
  return {
    outcome: "failed",
    effects: [{ kind: "say", message: text("repair.failed") }, ...handOffEffects("failed", knowledge)],
  };
}

function written(
  lease: Lease,
  arrival: PendingArrival,
  state: ConversationState,
  { decision, understanding }: DecidedTurn,
  use: TurnWith,
): TurnCommit {
  const { content, pack, clock, sha256 } = use;
  const day = clock.today();
  const now = clock.now();
  const { conversation } = lease;
  const realized = realize(decision, {
    conversation,
    state,
    newCase: caseId(use.newId()),
    now,
    compose: (message, language) => guard(pack, message, compose(content, pack, message, language), day, language),
    ...(lease.case === undefined ? {} : { case: lease.case }),
  });
  const { id: incident } = pack.incident;
  const audited = { conversation, seq: arrival.seq, now, day, incident, policies: pack.policies, sha256 };
  const { records: audit, trail } = auditTurn(state, decision.effects, audited);
  const handled = { activity: arrival.activity, owner: state.owner, decision };
  const read = understanding === undefined ? {} : { understanding };
  const unclear = unclearOf({ ...handled, ...read }, { day, sha256 });
  return {
    ...realized,
    state: { ...realized.state, ...(trail === undefined ? {} : { audit: trail }) },
    handled: arrival.seq,
    record: {
      outcome: decision.outcome,
      contentHash: content.hash,
      basis: basisOf(decision, pack),
      ...read,
      ...(audit.length === 0 ? {} : { audit }),
    },
    ...(unclear.length === 0 ? {} : { unclear }),
  };
}

/** Answers, the facts that they quote, and rules behind what was said. */
function basisOf(decision: Decision, pack: Pack): readonly string[] {
  const basis = decision.effects.flatMap((effect): readonly string[] => {
    if (effect.kind === "decided" && effect.verdict.kind !== "needs") {
      return effect.verdict.reasons.map(({ rule }) => `rule:${effect.benefit}/${rule}`);
    }
    if (effect.kind !== "say" || effect.message.kind !== "answer") return [];
    const { answer: id } = effect.message;
    const answer = pack.answers.get(id.slice(0, id.indexOf(".")))?.find((variant) => variant.id === id);
    const quoted = answer?.body.ko.matchAll(/\{\{fact\.([a-z0-9_.]+)\}\}/g) ?? [];
    return [`answer:${id}`, ...[...quoted].map(([, key]) => `fact:${key}`)];
  });
  return [...new Set(basis)];
}
