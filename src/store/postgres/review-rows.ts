import type { ReviewAct, ReviewItem, ReviewStatus } from "../../core/review.ts";
import { reviewItemOf } from "../review-item-of.ts";
import type { Database, Statement } from "./database.ts";

const LISTED: Statement = {
  name: "reviews",
  text: `
SELECT id, language, utterance, guesses, times, first_day, last_day, status, label, agent FROM review
WHERE status = $1 ORDER BY last_day DESC, times DESC, id COLLATE "C" LIMIT $2`,
};

const changing = (name: string, change: string): Statement => ({
  name: `review-${name}`,
  text: `UPDATE review SET ${change} RETURNING id`,
});
const LABEL = changing("label", "status = 'labelled', label = $2, agent = $3 WHERE id = $1 AND status = 'open'");
const DISMISS = changing("dismiss", "status = 'dismissed', agent = $2 WHERE id = $1 AND status = 'open'");
const REOPEN = changing(
  "reopen",
  "status = 'open', label = NULL, agent = NULL WHERE id = $1 AND status IN ('labelled', 'dismissed')",
);
const PROPOSE = changing("propose", "status = 'proposed' WHERE id = $1 AND status = 'labelled' AND label = $2");

export const readReviewRows = async (
  db: Database,
  status: ReviewStatus,
  limit: number,
): Promise<readonly ReviewItem[]> => (await db.run(LISTED, status, limit)).map(reviewItemOf);

/** False when there is no such item, or somebody was faster. */
export const changeReviewRow = async (db: Database, id: string, act: ReviewAct): Promise<boolean> =>
  (await run(db, id, act)).length > 0;

function run(db: Database, id: string, act: ReviewAct): Promise<readonly object[]> {
  switch (act.kind) {
    case "label":
      return db.run(LABEL, id, act.label, JSON.stringify(act.agent));
    case "dismiss":
      return db.run(DISMISS, id, JSON.stringify(act.agent));
    case "reopen":
      return db.run(REOPEN, id);
    case "propose":
      return db.run(PROPOSE, id, act.label);
  }
}
