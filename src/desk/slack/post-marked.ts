import type { DeskPlace } from "../../ports/desk-place.ts";
import { type Attempt, type Post, type Step, stop } from "./attempt.ts";
import { DOUBT_MS, failed, SOON_MS } from "./fail-attempt.ts";
import { type LookedBack, lookBack } from "./look-back.ts";
import { metadataOf, type PostMark } from "./post-mark.ts";
import type { Called } from "./slack-calls.ts";
import { placeName, threadOf } from "./thread.ts";

/** A process that was asleep for longer than this may have been given up; another may be posting now. */
const LONGEST_ATTEMPT_MS = 30_000;

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
  const { text, blocks, simpler, instead } = post;
  let called: Called | undefined;
  for (const form of [{ text, blocks }, simpler, { text: instead }]) {
    called = await call("chat.postMessage", { ...common, ...form });
    if (called.kind !== "message") return called;
    log.error("desk.slack_refused_form", { case: view.case.id, word: called.word });
  }
  return called ?? { kind: "doubt", word: "no_form" };
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
