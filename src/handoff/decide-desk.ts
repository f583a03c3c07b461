import type { Activity, Agent } from "../core/activity.ts";
import type { Owner } from "../core/conversation.ts";
import type { Decision } from "../core/decision.ts";
import type { DeskEffect, Effect, RefusalReason } from "../core/effect.ts";
import type { CaseId } from "../core/ids.ts";
import { text } from "../core/message.ts";
import type { Outcome } from "../core/outcome.ts";

/** Why words must not reach a customer; undefined when they may. */
export type CheckReply = (words: string) => RefusalReason | undefined;

type DeskActivity = Extract<Activity, { kind: "desk" }>;

/** Decides what a member of staff may do with the conversation's case. One owner at a time: the first claim wins. */
export function decideDesk(owner: Owner, { agent, act, case: on }: DeskActivity, check: CheckReply): Decision {
  const mine = owner.kind === "agent" && owner.agent === agent.id;
  if (owner.kind === "bot" || (on !== undefined && on !== owner.case)) return refuse(agent, "not-open", on);
  switch (act.kind) {
    case "claim":
      if (mine) return { outcome: "ignored", effects: [] };
      return owner.kind === "agent"
        ? refuse(agent, "taken")
        : done("claimed", { kind: "claim", agent }, "hand-off.joined", { agent: agent.name });
    case "note":
      return done("noted", { kind: "note", agent, text: act.text });
    case "release":
      return mine ? done("released", { kind: "release", agent }, "hand-off.released") : refuse(agent, "not-yours");
    case "reply": {
      const why = mine ? check(act.text) : "not-yours";
      return why === undefined ? done("replied", { kind: "reply", agent, text: act.text }) : refuse(agent, why);
    }
    case "send-again":
      return mine ? done("sent-again", { kind: "send-again", agent, seq: act.seq }) : refuse(agent, "not-yours");
    case "hand-back":
      return mine ? done("handed-back", { kind: "hand-back", agent }, "hand-off.back") : refuse(agent, "not-yours");
    case "close":
      return mine
        ? done("closed", { kind: "close", agent, reason: act.reason }, "hand-off.ended")
        : refuse(agent, "not-yours");
  }
}

function done(outcome: Outcome, effect: DeskEffect, key?: string, params = {}): Decision {
  const say: readonly Effect[] = key === undefined ? [] : [{ kind: "say", message: text(key, params) }];
  return { outcome, effects: [effect, ...say] };
}

const refuse = (agent: Agent, why: RefusalReason, on?: CaseId): Decision => ({
  outcome: "refused",
  effects: [{ kind: "refuse", agent, why, ...(on === undefined ? {} : { case: on }) }],
});
