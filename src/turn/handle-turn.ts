import { compose } from "../content/compose.ts";
import { knowledgeOf } from "../content/knowledge.ts";
import { newConversation } from "../core/conversation.ts";
import type { Decision } from "../core/decision.ts";
import { caseId } from "../core/ids.ts";
import { text } from "../core/message.ts";
import { withTimers } from "../core/timer.ts";
import { handOffEffects } from "../dialog/hand-off-effects.ts";
import type { Clock } from "../ports/clock.ts";
import type { Lease, PendingArrival, TurnCommit } from "../ports/store.ts";
import { auditTurn } from "./audit-turn.ts";
import { basisOf } from "./basis-of.ts";
import { decideArrival } from "./decide-arrival.ts";
import type { DecidedTurn } from "./decided-turn.ts";
import { guard } from "./guard.ts";
import { realize } from "./realize.ts";
import { timersOf } from "./timers-of.ts";
import type { ReadQueue, Turn, TurnWith } from "./turn-with.ts";
import { unclearOf } from "./unclear-of.ts";

/** One arrival, from what was understood to what is to be written. Whatever breaks, the customer is told and a case is opened. */
export async function handleTurn(
  lease: Lease,
  arrival: PendingArrival,
  parts: TurnWith,
  readQueue: ReadQueue,
): Promise<TurnCommit> {
  const use = { ...parts, clock: stopped(parts.clock) };
  const turn = { lease, arrival, state: lease.state ?? newConversation(languageOf(arrival)) };
  try {
    return written(turn, await decideArrival(turn, use, readQueue), use);
  } catch (error) {
    use.log.error("turn failed", { seq: arrival.seq, error: error instanceof Error ? error.name : "unknown" });
    return written(turn, { decision: failed(turn, use) }, use);
  }
}

/** One moment for the whole turn, so that a verdict of one day is neither worded nor recorded on the next. */
function stopped(clock: Clock): Clock {
  const [now, local] = [clock.now(), clock.local()];
  return { now: () => now, local: () => local, today: () => local.slice(0, 10) };
}

function languageOf({ activity }: PendingArrival) {
  return activity.kind === "opened" || activity.kind === "said" ? (activity.language ?? "ko") : "ko";
}

/** Who has not just written is not told of a fault either. */
function failed({ state, arrival }: Turn, { content, pack, clock }: TurnWith): Decision {
  if (state.owner.kind !== "bot" || arrival.activity.kind === "due") return { outcome: "failed", effects: [] };
  const knowledge = knowledgeOf(content, pack, clock.local());
  return {
    outcome: "failed",
    effects: [{ kind: "say", message: text("repair.failed") }, ...handOffEffects("failed", knowledge)],
  };
}

function written(turn: Turn, { decision, understanding }: DecidedTurn, use: TurnWith): TurnCommit {
  const { lease, arrival, state } = turn;
  const { content, pack, clock, sha256 } = use;
  const day = clock.today();
  const now = clock.now();
  const { conversation } = lease;
  const realized = realize(decision, {
    conversation,
    state,
    newCase: caseId(use.newId()),
    now,
    handled: arrival.seq,
    compose: (message, language) => guard(pack, message, compose(content, pack, message, language), day, language),
    ...(lease.case === undefined ? {} : { case: lease.case }),
  });
  const { id: incident } = pack.incident;
  const audited = { conversation, seq: arrival.seq, now, day, incident, policies: pack.policies, sha256 };
  const { records: audit, trail } = auditTurn(state, decision.effects, audited);
  const handled = { activity: arrival.activity, owner: state.owner, decision };
  const read = understanding === undefined ? {} : { understanding };
  const unclear = unclearOf({ ...handled, ...read }, { day, sha256 });
  const timers = timersOf(turn, decision, realized.state, use);
  return {
    ...realized,
    state: {
      ...realized.state,
      ...(trail === undefined ? {} : { audit: trail }),
      ...(timers.length === 0 ? {} : { timers: withTimers(state.timers ?? {}, timers, arrival.seq) }),
    },
    handled: arrival.seq,
    ...(timers.length === 0 ? {} : { timers }),
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
