import type { Instant } from "../core/day.ts";
import type { CaseId } from "../core/ids.ts";

/** What is on the desk of one case: where it is, and how far it got. Enough to go on after any fault without posting twice. */
export interface DeskPlace {
  readonly case: CaseId;
  /** In the desk's own words (on Slack: team, channel, first message); absent until it is known. */
  readonly place?: string;
  /** The newest entry of the conversation that is there. */
  readonly shownSeq: number;
  /** The newest entry when it came to this place; what staff themselves wrote there is only newer. */
  readonly bornSeq: number;
  /** Names the post that was begun last. */
  readonly mark: string;
  readonly begunAt: Instant;
  /** False while nobody knows whether that post is there. */
  readonly arrived: boolean;
  /** What the card says, as a hash; empty before it says anything. */
  readonly card: string;
  /** 1 at the first, one more at each change. */
  readonly version: number;
}
