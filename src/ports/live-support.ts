import type { CaseId, ConversationId } from "../core/ids.ts";
import type { SupportStatus } from "../core/live-support.ts";
import type { SendResult } from "./delivery.ts";
import type { Reach } from "./reach.ts";

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

export interface SupportParcel {
  readonly conversation: ConversationId;
  /** 1 at the first. */
  readonly attempts: number;
  readonly post: SupportPost;
}

/** A place outside to which the desk passes cases on. */
export interface LiveSupport {
  readonly id: SupportTarget;
  readonly reach: Reach<SupportParcel>;
  /** Must not throw for what the far end does. */
  send(parcel: SupportParcel): Promise<SendResult>;
}

/** What live support reported; its edge has verified who says so. */
export interface SupportReport {
  /** Names the passing on. */
  readonly support: string;
  readonly status: SupportStatus;
  /** For staff. */
  readonly message?: string;
}

/** Resolves once the report is on disk. False for a passing on that was never made. */
export type TakeReport = (report: SupportReport) => Promise<boolean>;
