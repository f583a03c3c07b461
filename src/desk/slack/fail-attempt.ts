import type { DeskPlace } from "../../ports/desk-place.ts";
import { backOffMs } from "../../ports/result-of-call.ts";
import { type Attempt, type Step, stop } from "./attempt.ts";
import type { Called } from "./slack-calls.ts";
import { threadOf } from "./thread.ts";

/** While somebody must change something at Slack first, one call tries whether it is done. */
export const STOPPED_MS = 60_000;
/** A request that nobody answered may still arrive; only then is it looked for. */
export const DOUBT_MS = 5_000;
export const SOON_MS = 1_000;

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
      attempt.stopped(word);
      return stop({ kind: "later", afterMs: STOPPED_MS });
  }
}

/** The triage channel was changed since, and the old one cannot be reached. */
const isElsewhere = ({ channel }: Attempt, { place }: DeskPlace): boolean =>
  place !== undefined && threadOf(place).channel !== channel;

/** The thread is lost: the case gets a new card, with everything from the store. */
async function beginAnew({ store, log, view }: Attempt, place: DeskPlace): Promise<Step> {
  log.warn("desk.slack_new_thread", { case: view.case.id });
  await store.keepPlace({ ...withoutThread(place), version: place.version + 1 });
  return stop({ kind: "later", afterMs: SOON_MS });
}

/** Nothing of the case is anywhere. */
export function withoutThread(place: DeskPlace): DeskPlace {
  const { place: _, ...rest } = place;
  return { ...rest, shownSeq: 0, card: "", mark: "", arrived: true };
}
