import type { CaseId } from "../core/ids.ts";

/** The ways out of the desk, each with a budget of its own. */
export const SUPPORT_TARGETS = ["support-hub", "support-webhook"] as const;
export type SupportTarget = (typeof SUPPORT_TARGETS)[number];

/** What live support is told. Only names: the words are put together, redacted, when it is sent. */
export type SupportPost =
  /** `withdraw`: the case is the desk's again. */
  | { readonly kind: "initiate" | "withdraw"; readonly case: CaseId; readonly support: string }
  | { readonly kind: "call-back"; readonly case: CaseId; readonly version: number };

/** The same for every attempt, on every machine, also after a backup was brought back. */
export const nameOfPost = (post: SupportPost): string =>
  post.kind === "call-back" ? `${post.case}:call-back:${post.version}` : `${post.support}:${post.kind}`;
