import type { ReviewAct, ReviewItem, ReviewStatus, UnclearUtterance } from "../core/review.ts";
import { reviewItemOf } from "./review-item-of.ts";
import type { SqlDriver } from "./sql-driver.ts";

/** Puts an utterance on the list, or counts it when it is there; what staff made of it stays. */
export function listUnclear(db: SqlDriver, { id, language, text, guesses, day }: UnclearUtterance): void {
  db.run(
    `INSERT INTO review (id, language, utterance, guesses, times, first_day, last_day) VALUES (?, ?, ?, ?, 1, ?, ?)
     ON CONFLICT (id) DO UPDATE SET times = review.times + 1, last_day = excluded.last_day, guesses = excluded.guesses`,
    id,
    language,
    text,
    JSON.stringify(guesses),
    day,
    day,
  );
}

export const readReviews = (db: SqlDriver, status: ReviewStatus, limit: number): readonly ReviewItem[] =>
  db
    .all(
      `SELECT id, language, utterance, guesses, times, first_day, last_day, status, label, agent FROM review
       WHERE status = ? ORDER BY last_day DESC, times DESC, id LIMIT ?`,
      status,
      limit,
    )
    .map(reviewItemOf);

/** False when there is no such item, or somebody was faster. */
export function changeReview(db: SqlDriver, id: string, act: ReviewAct): boolean {
  return changed(db, id, act) > 0;
}

function changed(db: SqlDriver, id: string, act: ReviewAct): number {
  switch (act.kind) {
    case "label":
      return db.run(
        "UPDATE review SET status = 'labelled', label = ?, agent = ? WHERE id = ? AND status = 'open'",
        act.label,
        JSON.stringify(act.agent),
        id,
      );
    case "dismiss":
      return db.run(
        "UPDATE review SET status = 'dismissed', agent = ? WHERE id = ? AND status = 'open'",
        JSON.stringify(act.agent),
        id,
      );
    case "reopen":
      return db.run(
        "UPDATE review SET status = 'open', label = NULL, agent = NULL WHERE id = ? AND status IN ('labelled', 'dismissed')",
        id,
      );
    case "propose":
      return db.run(
        "UPDATE review SET status = 'proposed' WHERE id = ? AND status = 'labelled' AND label = ?",
        id,
        act.label,
      );
  }
}
