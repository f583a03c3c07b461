/** What customers ask about an incident; answered from its pack. */
const INCIDENT_INTENTS = [
  "incident_overview",
  "leak_scope",
  "eavesdrop_risk",
  "check_my_exposure",
  "clone_finance_risk",
  "investigation_status",
  "company_responsibility",
  "security_plan",
  "mp_report_victim",
  "mp_refund",
  "mp_block",
  "mp_history_check",
  "smishing_check",
  "self_protect_general",
  "usim_protect_service",
  "identity_theft",
  "usim_eligibility",
  "usim_how",
  "usim_prep",
  "usim_stock",
  "waiver_window",
  "waiver_eligibility",
  "waiver_excluded_recent_contract",
  "waiver_mvno",
  "waiver_second_device",
  "waiver_bundle",
  "waiver_fee_scope",
  "waiver_retroactive",
  "waiver_how_apply",
  "waiver_amount",
  "waiver_payout",
  "waiver_late_exception",
  "waiver_rejoin",
  "waiver_proxy",
  "waiver_porting_issue",
  "waiver_reason",
  "comp_overview",
  "comp_eligibility",
  "comp_data",
  "comp_roaming",
  "comp_ott",
  "comp_membership",
  "comp_insurance",
  "comp_bill_discount",
  "victim_comp",
  "legal_dispute",
  "contact_agent",
  "other_incident",
] as const;

/** What customers mean about the talk itself. */
const TALK_INTENTS = [
  "greeting",
  "thanks",
  "goodbye",
  "affirm",
  "deny",
  "dont_know",
  "cancel",
  "start_over",
  "repeat",
  "go_back",
  "bot_identity",
  "complaint",
  "distress",
  "out_of_scope",
] as const;

/** The closed list of what a customer can mean. `intents/` holds one file for each. */
export const INTENTS = [...INCIDENT_INTENTS, ...TALK_INTENTS] as const;

export type Intent = (typeof INTENTS)[number];

export const CONVERSATION_INTENTS: ReadonlySet<Intent> = new Set<Intent>(TALK_INTENTS);

export const isIntent = (label: string): label is Intent => (INTENTS as readonly string[]).includes(label);
