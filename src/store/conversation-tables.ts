/** Every table whose rows belong to one conversation, by its column `conversation`; all are emptied of one that is erased. */
export const CONVERSATION_TABLES = ["outbox", "timer", "desk_case", "turn", "arrival", "entry"] as const;
