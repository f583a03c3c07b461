import type { SendResult } from "../../ports/delivery.ts";
import type { DeskPlace } from "../../ports/desk-place.ts";
import type { CaseView } from "../../ports/desk-view.ts";
import type { Log } from "../../ports/log.ts";
import { backOffMs } from "../../ports/result-of-call.ts";
import type { Store } from "../../ports/store.ts";
import { type LookedBack, lookBack } from "./look-back.ts";
import { metadataOf, type PostMark } from "./post-mark.ts";
import type { Called, CallSlack } from "./slack-calls.ts";
import { placeName, threadOf } from "./thread.ts";

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
}

/** A process that was asleep for longer than this may have been given up; another may be posting now. */
const LONGEST_ATTEMPT_MS = 30_000;
/** A request that nobody answered may still arrive; only then is it looked for. */
const DOUBT_MS = 5_000;
const SOON_MS = 1_000;

/** While somebody must change something at Slack first, one call tries whether it is done. */
export const STOPPED_MS = 60_000;

export const stop = (result: SendResult): Step => ({ kind: "stop", result });

/**
 * Posts once: what is about to be posted is written down first, so that whoever comes next knows what to look for. Nothing
 * is posted while the fate of an earlier post is open (see `settleDoubt`).
 */
export async function postMarked(attempt: Attempt, place: DeskPlace, post: Post): Promise<Step> {
  const { store, view, now, elapsedMs, startedMs } = attempt;
  const { version } = place;
  const begun = { ...place, ...post.makes, mark: post.mark, begunAt: now(), arrived: false, version: version + 1 };
  if (!(await store.keepPlace(begun))) return stop({ kind: "later", afterMs: SOON_MS });
  if (elapsedMs() - startedMs > LONGEST_ATTEMPT_MS) return stop({ kind: "later", afterMs: SOON_MS });
  const called = await send(attempt, begun, post);
  if (called.kind !== "ok") {
    if (called.kind !== "doubt") attempt.refusedPosts.set(view.case.id, begun.version);
    return failed(attempt, begun, called);
  }
  const ts: unknown = Reflect.get(called.answer, "ts");
  if (typeof ts !== "string") return stop({ kind: "later", afterMs: DOUBT_MS });
  return arrived(attempt, begun, { ts, to: post.to });
}

async function send(attempt: Attempt, place: DeskPlace, post: Post): Promise<Called> {
  const { call, view, channel, log } = attempt;
  const mark: PostMark = { case: view.case.id, mark: post.mark, from: post.from, to: post.to };
  const thread = place.place === undefined ? undefined : threadOf(place.place);
  const common = {
    channel: thread?.channel ?? channel,
    ...(thread === undefined ? {} : { thread_ts: thread.ts }),
    metadata: metadataOf(mark),
    parse: "none",
    link_names: false,
    unfurl_links: false,
    unfurl_media: false,
  };
  const called = await call("chat.postMessage", { ...common, text: post.text, blocks: post.blocks });
  if (called.kind !== "message") return called;
  log.error("desk.slack_refused_form", { case: view.case.id, word: called.word });
  return call("chat.postMessage", { ...common, ...post.simpler });
}

/** Finds out whether the post that was begun last is there. */
export async function settleDoubt(attempt: Attempt, place: DeskPlace): Promise<Step> {
  const { view, call, channel, refusedPosts } = attempt;
  if (place.arrived || refusedPosts.get(view.case.id) === place.version) return { kind: "on", place };
  const found: LookedBack = await lookBack(place, channel, call);
  switch (found.kind) {
    case "there":
      return arrived(attempt, place, found);
    case "absent":
      return { kind: "on", place };
    case "failed":
      return failed(attempt, place, found.called);
  }
}

async function arrived(
  { store, view, team, channel, refusedPosts }: Attempt,
  begun: DeskPlace,
  { ts, to }: { readonly ts: string; readonly to: number },
): Promise<Step> {
  refusedPosts.delete(view.case.id);
  const place: DeskPlace = {
    ...begun,
    place: begun.place ?? placeName({ team, channel, ts }),
    shownSeq: Math.max(begun.shownSeq, to),
    arrived: true,
    version: begun.version + 1,
  };
  return (await store.keepPlace(place)) ? { kind: "on", place } : stop({ kind: "later", afterMs: SOON_MS });
}

/** What a call that did not succeed means for the case. */
export async function failed(
  attempt: Attempt,
  place: DeskPlace,
  called: Exclude<Called, { kind: "ok" }>,
): Promise<Step> {
  const { view, attempts, log } = attempt;
  const { word } = called;
  switch (called.kind) {
    case "again":
      // Slack counts by method and workspace, so this holds for all cases.
      if (called.afterMs !== undefined) attempt.pause(called.afterMs);
      return stop({ kind: "later", afterMs: called.afterMs ?? backOffMs(attempts) });
    case "doubt":
      return stop({ kind: "later", afterMs: Math.max(DOUBT_MS, backOffMs(attempts)) });
    case "message":
      log.error("desk.slack_refused", { case: view.case.id, word });
      return stop({ kind: "refused", why: word });
    case "gone":
      return beginAnew(attempt, place);
    case "setup":
      if (isElsewhere(attempt, place)) return beginAnew(attempt, place);
      log.error("desk.slack_stopped", { word });
      attempt.pause(STOPPED_MS);
      return stop({ kind: "later", afterMs: STOPPED_MS });
  }
}

/** The triage channel was changed since, and the old one cannot be reached. */
const isElsewhere = ({ channel }: Attempt, { place }: DeskPlace): boolean =>
  place !== undefined && threadOf(place).channel !== channel;

/** The thread is lost: the case gets a new card, with everything from the store. */
async function beginAnew({ store, log, view }: Attempt, place: DeskPlace): Promise<Step> {
  log.warn("desk.slack_new_thread", { case: view.case.id });
  const { place: _, ...rest } = place;
  await store.keepPlace({ ...rest, shownSeq: 0, card: "", mark: "", arrived: true, version: place.version + 1 });
  return stop({ kind: "later", afterMs: SOON_MS });
}
