/** Name of something known about the customer's situation, as declared by a policy (`line_kind`). */
export type FactName = string;

/** What is known of one fact. A fact that is absent was not asked yet. */
export type FactState =
  | {
      readonly state: "known";
      readonly value: string;
      readonly from: FactOrigin;
      /** The customer's own words. */
      readonly evidence?: string;
      /** Last day of the span that was said, when no rule tells its days apart; `value` is its first. */
      readonly to?: string;
    }
  /** Asked; the customer does not know. Never asked again. */
  | { readonly state: "unsure" }
  /** Asked; the customer does not want to say. */
  | { readonly state: "declined" }
  /** Two origins differ; only a person can settle it. */
  | { readonly state: "conflict"; readonly values: readonly string[] };

export type FactOrigin = "customer" | "crm" | "clock" | "agent";

export type Facts = Readonly<Record<FactName, FactState>>;
