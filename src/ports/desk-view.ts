import type { Case } from "../core/case.ts";
import type { CaseId } from "../core/ids.ts";
import type { Undelivered } from "./delivery.ts";
import type { LogEntry } from "./log-entry.ts";

/** What staff see of a case: who waits, what is known, what was said. */
export interface CaseView {
  readonly case: Case;
  /** What is known about the customer's situation, in words ("회선 종류: 알뜰폰 — 고객이 말함"). */
  readonly known: readonly KnownLine[];
  /** The verdict so far, if there is one, with the sources that it cites. */
  readonly verdict?: string;
  /** What is still missing for the benefits that were being checked, in words; empty when nothing is. */
  readonly missing: readonly KnownLine[];
  readonly entries: readonly LogEntry[];
  /** Words that have not reached the customer. */
  readonly undelivered: readonly Undelivered[];
  /** Approved replies, the one that fits best first; absent where there are none. */
  readonly replies?: readonly SuggestedReply[];
  /** The customer's channel cannot be written to before the customer writes again. */
  readonly waitsForCustomer: boolean;
  /** The customer's channel has made sure who they are; absent where it has not. */
  readonly verified?: true;
  /** There is live support to which the case can be passed on. */
  readonly escalates?: boolean;
}

/** An approved reply for this case, in the customer's language. It is never sent without an agent having seen it. */
export interface SuggestedReply {
  readonly key: string;
  readonly title: string;
  /** It fits what the case is about. */
  readonly fits: boolean;
  /** Its words or a fact behind them have changed since it was approved, or are being checked: it is not offered as ready. */
  readonly needsLook: boolean;
  /** Blanks to fill in stand in 〔 〕. Absent when it needs a look. */
  readonly text?: string;
  readonly sources: readonly string[];
}

export interface KnownLine {
  readonly label: string;
  readonly value: string;
}

/** Newest state of a case; undefined when there is no such case. */
export type ViewCase = (id: CaseId) => Promise<CaseView | undefined>;
