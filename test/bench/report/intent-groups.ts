import { CONVERSATION_INTENTS, INTENTS, type Intent } from "../../../src/core/intent.ts";

/** Intents of one subject, in the order of the closed list. */
export interface IntentGroup {
  readonly name: string;
  readonly intents: readonly Intent[];
}

const PROTECTION = /^(?:mp_|smishing_check|self_protect_general|usim_protect_service|identity_theft)/;

function subjectOf(intent: Intent): string {
  if (CONVERSATION_INTENTS.has(intent)) return "The talk itself";
  if (PROTECTION.test(intent)) return "Payments and protection";
  if (intent.startsWith("usim_")) return "SIM replacement";
  if (intent.startsWith("waiver_")) return "Termination fee";
  if (/^(?:comp_|victim_comp)/.test(intent)) return "Compensation";
  if (/^(?:legal_dispute|contact_agent|other_incident)$/.test(intent)) return "Law and people";
  return "The incident";
}

/** Every intent in one group; neighbours in meaning are neighbours in order. */
export const INTENT_GROUPS: readonly IntentGroup[] = [...new Set(INTENTS.map(subjectOf))].map((name) => ({
  name,
  intents: INTENTS.filter((intent) => subjectOf(intent) === name),
}));
