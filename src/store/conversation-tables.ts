/** Every table whose rows belong to one conversation, by its column `conversation`; all are emptied of one that is erased. */
export const CONVERSATION_TABLES = [
  "outbox",
  "timer",
  "call_back",
  "survey",
  "desk_case",
  "turn",
  "arrival",
  "entry",
] as const;

/** Every table whose rows belong to one case, by its column `case_id`; emptied with the case's conversation. */
export const CASE_TABLES = ["desk_place", "desk_place_name"] as const;
