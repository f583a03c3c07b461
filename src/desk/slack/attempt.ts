import type { SendResult } from "../../ports/delivery.ts";
import type { DeskPlace } from "../../ports/desk-place.ts";
import type { CaseView } from "../../ports/desk-view.ts";
import type { Log } from "../../ports/log.ts";
import type { Store } from "../../ports/store.ts";
import type { CallSlack } from "./slack-calls.ts";

export interface PostParts {
  readonly store: Pick<Store, "keepPlace">;
  readonly call: CallSlack;
  readonly team: string;
  /** The triage channel. */
  readonly channel: string;
  /** By the real clock, also when the assistant lives on another day. */
  readonly now: () => string;
  /** Milliseconds since some moment; only grows. */
  readonly elapsedMs: () => number;
  readonly log: Log;
  /** Somebody must change something at Slack first; until then one call a minute tries whether it is done. */
  readonly stopped: (word: string) => void;
  /** Nothing at all is sent to Slack before so many milliseconds have passed. */
  readonly pause: (forMs: number) => void;
  /** Posts of which Slack said that it did not take them: the version of the place, by case. */
  readonly refusedPosts: Map<string, number>;
}

/** One attempt to bring one case up to date. */
export interface Attempt extends PostParts {
  readonly view: CaseView;
  readonly attempts: number;
  readonly startedMs: number;
  /** How long the next post into the channel must wait. */
  readonly nextPostMs: number;
}

/** Either the case's place as it is now, or the end of the attempt. */
export type Step =
  | { readonly kind: "on"; readonly place: DeskPlace }
  | { readonly kind: "stop"; readonly result: SendResult };

/** A message and, should Slack refuse its blocks, a simpler one that says the same. */
export interface Post {
  readonly mark: string;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly blocks: readonly object[];
  /** What else is true of the place once this post is there. */
  readonly makes?: Pick<DeskPlace, "card" | "bornSeq">;
  readonly simpler: { readonly text: string; readonly blocks?: readonly object[] };
  /** Should Slack refuse that, too: where to read it. */
  readonly instead: string;
}

export const stop = (result: SendResult): Step => ({ kind: "stop", result });
