import type { ConversationState } from "../core/conversation.ts";
import type { Effect } from "../core/effect.ts";

/** What was being asked and checked about an incident ends when the incident is turned off; what was told stays. */
export const leavePack = ({ open, agenda, lapsed }: ConversationState): readonly Effect[] => [
  ...(lapsed !== undefined || (open !== undefined && open.kind !== "person") ? [{ kind: "settle" } as const] : []),
  ...agenda.map((benefit): Effect => ({ kind: "drop", benefit })),
];
