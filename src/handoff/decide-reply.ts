import type { Activity } from "../core/activity.ts";
import type { ConversationState, HeldReply } from "../core/conversation.ts";
import type { Instant } from "../core/day.ts";
import type { Decision } from "../core/decision.ts";
import type { Effect } from "../core/effect.ts";

type DeskActivity = Extract<Activity, { kind: "desk" }>;

export interface HoldWith {
  /** The place of the arrival. */
  readonly seq: number;
  readonly now: Instant;
  /** 0: nothing is held. */
  readonly undoSeconds: number;
}

/** Holds a reply back for as long as it may be taken back. */
export const holdReplies = ({ outcome, effects }: Decision, { seq, now, undoSeconds }: HoldWith): Decision =>
  undoSeconds === 0
    ? { outcome, effects }
    : {
        outcome: outcome === "replied" ? "held" : outcome,
        effects: effects.map(
          (effect): Effect =>
            effect.kind === "reply"
              ? { kind: "hold-reply", reply: heldReply(effect, seq, later(now, undoSeconds)) }
              : effect,
        ),
      };

const heldReply = (
  { agent, text }: Extract<Effect, { kind: "reply" }>,
  number: number,
  leavesAt: Instant,
): HeldReply => ({ number, agent, text, leavesAt });

const later = (now: Instant, seconds: number): Instant => new Date(Date.parse(now) + seconds * 1_000).toISOString();

/** Who wrote it, or a lead, may take it back; undefined when it does not wait, or is not theirs. */
export function decideTakeBack(
  { held = [] }: ConversationState,
  { agent, act, lead }: DeskActivity,
): Decision | undefined {
  if (act.kind !== "take-back") return undefined;
  const reply = held.find(({ number }) => number === act.reply);
  if (reply === undefined || (reply.agent.id !== agent.id && lead !== true)) return undefined;
  return { outcome: "taken-back", effects: [{ kind: "take-back", agent, reply }] };
}

/** Who passes the customer on, or ends, lets go what waits: it must not come after the words that follow. */
export function lettingGo(decision: Decision, { held = [] }: ConversationState): Decision {
  if (!decision.effects.some(({ kind }) => LEAVING.has(kind))) return decision;
  return { ...decision, effects: [...held.map(leaving), ...decision.effects] };
}

const LEAVING: ReadonlySet<Effect["kind"]> = new Set<Effect["kind"]>([
  "release",
  "transfer",
  "take-over",
  "lapse-claim",
  "escalate",
  "hand-back",
  "close",
]);

/** The oldest reply that waits leaves, and all others whose time has come. */
export function decideLeaving({ held = [] }: ConversationState, now: Instant): Decision {
  const due = held.filter(({ leavesAt }, place) => place === 0 || leavesAt <= now);
  return due.length === 0 ? { outcome: "ignored", effects: [] } : { outcome: "replied", effects: due.map(leaving) };
}

const leaving = ({ agent, text, number }: HeldReply): Effect => ({ kind: "reply", agent, text, held: number });
