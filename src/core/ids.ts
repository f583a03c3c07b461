declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** Unguessable id of one customer's conversation on one channel. */
export type ConversationId = Branded<"conversation">;
export type CaseId = Branded<"case">;
/** Who on the desk acts; stable for one person on one desk. */
export type AgentId = Branded<"agent">;

export const conversationId = (id: string): ConversationId => id as ConversationId;
export const caseId = (id: string): CaseId => id as CaseId;
export const agentId = (id: string): AgentId => id as AgentId;
