import type { ConversationId } from "../core/ids.ts";
import type { SupportStatus } from "../core/support-status.ts";
import type { SendResult } from "./delivery.ts";
import type { Reach } from "./reach.ts";
import type { SupportPost, SupportTarget } from "./support-post.ts";

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
