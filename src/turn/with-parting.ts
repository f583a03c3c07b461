import type { ConversationState } from "../core/conversation.ts";
import type { Decision } from "../core/decision.ts";
import type { DecideWith } from "./decide-with.ts";

/** What dialogs add when a case has ended. A bot that is off asks nothing. */
export function withParting(state: ConversationState, decision: Decision, use: DecideWith): Decision {
  const closed = use.case;
  if (closed === undefined || use.waitsForCustomer || use.off.bot) return decision;
  const dialogs = use.off.pack ? use.packOffDialogs : use.dialogs;
  const added = dialogs.flatMap((dialog) => dialog.parting?.({ state, closed, decision }) ?? []);
  return added.length === 0 ? decision : { ...decision, effects: [...decision.effects, ...added] };
}
