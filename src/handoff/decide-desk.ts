import type { Activity, Agent, CloseReason } from "../core/activity.ts";
import type { Owner } from "../core/conversation.ts";
import type { Decision } from "../core/decision.ts";
import type { DeskEffect, Effect, RefusalReason, SupportEffect } from "../core/effect.ts";
import type { CaseId } from "../core/ids.ts";
import { text } from "../core/message.ts";
import type { Outcome } from "../core/outcome.ts";

/** Why words must not reach a customer; undefined when they may. */
export type CheckReply = (words: string) => RefusalReason | undefined;

type DeskActivity = Extract<Activity, { kind: "desk" }>;

/**
 * Decides what a member of staff may do with the conversation's case. One owner at a time: the first claim wins, and who
 * comes late is told the `holder`'s name.
 */
export function decideDesk(
  owner: Owner,
  { agent, act, case: on, lead = false }: DeskActivity,
  check: CheckReply,
  holder?: Agent,
): Decision {
  const mine = owner.kind === "agent" && owner.agent === agent.id;
  if (owner.kind === "bot" || (on !== undefined && on !== owner.case)) return refuse(agent, "not-open", { on });
  const notYours = refuse(agent, "not-yours", { holder });
  switch (act.kind) {
    case "claim":
      if (mine) return NOTHING;
      return owner.kind === "agent"
        ? refuse(agent, "taken", { holder })
        : done("claimed", { kind: "claim", agent }, "hand-off.joined", { agent: agent.name });
    case "note":
      return done("noted", { kind: "note", agent, text: act.text });
    case "release":
      return mine ? done("released", { kind: "release", agent }, "hand-off.released") : notYours;
    case "reply": {
      const why = mine ? check(act.text) : "not-yours";
      return why === undefined
        ? done("replied", { kind: "reply", agent, text: act.text })
        : refuse(agent, why, { holder });
    }
    // What these need stands in the state, where `decide-reply.ts` and `decide-re-open.ts` have looked.
    case "take-back":
      return refuse(agent, "not-held", {});
    case "re-open":
      return mine ? NOTHING : refuse(agent, "cannot-re-open", {});
    case "send-again":
      return mine ? done("sent-again", { kind: "send-again", agent, seq: act.seq }) : notYours;
    case "transfer":
      if (!mine && !lead) return notYours;
      return owner.kind === "agent" && owner.agent === act.to.id
        ? NOTHING
        : done("transferred", { kind: "transfer", agent, to: act.to }, "hand-off.transferred", { agent: act.to.name });
    case "take-over":
      if (mine) return NOTHING;
      return lead ? takeOver(agent) : refuse(agent, "not-lead", { holder });
    case "escalate":
      return mine ? done("escalated", { kind: "escalate", agent }, "hand-off.passed-on") : notYours;
    case "hand-back":
      return mine ? done("handed-back", { kind: "hand-back", agent }, "hand-off.back") : notYours;
    case "close":
      return mine ? done("closed", { kind: "close", agent, reason: act.reason }, ENDINGS[act.reason]) : notYours;
  }
}

const NOTHING: Decision = { outcome: "ignored", effects: [] };

const takeOver = (agent: Agent): Decision =>
  done("taken-over", { kind: "take-over", agent }, "hand-off.transferred", { agent: agent.name });

function done(outcome: Outcome, effect: DeskEffect | SupportEffect, key?: string, params = {}): Decision {
  const say: readonly Effect[] = key === undefined ? [] : [{ kind: "say", message: text(key, params) }];
  return { outcome, effects: [effect, ...say] };
}

/** An agent who closes because nobody answers says so; the customer may still come back. */
const ENDINGS: Readonly<Record<CloseReason, string>> = {
  answered: "hand-off.ended",
  referred: "hand-off.ended",
  other: "hand-off.ended",
  "no-answer": "hand-off.ended-unanswered",
};

const refuse = (
  agent: Agent,
  why: RefusalReason,
  { on, holder }: { readonly on?: CaseId | undefined; readonly holder?: Agent | undefined },
): Decision => ({
  outcome: "refused",
  effects: [
    {
      kind: "refuse",
      agent,
      why,
      ...(on === undefined ? {} : { case: on }),
      ...(holder === undefined || holder.id === agent.id ? {} : { holder: holder.name }),
    },
  ],
});
