import { AppError } from "../../core/app-error.ts";
import { ALL_REVIEWS, type Reviews } from "../open-reviews.ts";
import { openDatabase } from "./database.ts";
import { changeReviewRow, readReviewRows } from "./review-rows.ts";

/** The review list of a PostgreSQL, beside running programs. */
export async function openPostgresReviews(url: string): Promise<Reviews> {
  const db = openDatabase(url, () => undefined);
  try {
    await readReviewRows(db, "labelled", 1);
    return {
      labelled: () => readReviewRows(db, "labelled", ALL_REVIEWS),
      change: (id, act) => changeReviewRow(db, id, act),
      close: () => db.close(),
    };
  } catch (error) {
    await db.close();
    throw new AppError("STORE_UNAVAILABLE", "The list in the database cannot be read. Check DATABASE_URL.", error);
  }
}
