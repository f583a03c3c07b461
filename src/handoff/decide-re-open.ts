import type { Activity } from "../core/activity.ts";
import type { ConversationState } from "../core/conversation.ts";
import type { Decision } from "../core/decision.ts";
import type { RefusalReason } from "../core/effect.ts";
import type { CaseId } from "../core/ids.ts";
import { text } from "../core/message.ts";

type DeskActivity = Extract<Activity, { kind: "desk" }>;

/** Who had the case that was closed last, or a lead, goes on with it; undefined for all other acts, and while a case is open. */
export function decideReOpen(
  { owner, lastCase }: ConversationState,
  { agent, act, case: on, lead = false }: DeskActivity,
): Decision | undefined {
  if (act.kind !== "re-open" || owner.kind !== "bot") return undefined;
  if (lastCase === undefined || lastCase.id !== on) return refuse(agent, "cannot-re-open", on);
  if (lastCase.agent !== undefined && lastCase.agent.id !== agent.id && !lead) return refuse(agent, "not-yours", on);
  return {
    outcome: "re-opened",
    effects: [
      { kind: "re-open", case: lastCase, agent, byStaff: true },
      { kind: "say", message: text("hand-off.joined", { agent: agent.name }) },
    ],
  };
}

const refuse = (agent: DeskActivity["agent"], why: RefusalReason, on: CaseId | undefined): Decision => ({
  outcome: "refused",
  effects: [{ kind: "refuse", agent, why, ...(on === undefined ? {} : { case: on }) }],
});
