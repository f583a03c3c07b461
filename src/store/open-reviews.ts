import { existsSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "../core/app-error.ts";
import type { ReviewAct, ReviewItem } from "../core/review.ts";
import { openDriver } from "./open-driver.ts";
import { changeReview, readReviews } from "./review-list.ts";

/** The review list, apart from the rest of a store. */
export interface Reviews {
  /** Items that have a label and were not proposed yet. */
  labelled(): Promise<readonly ReviewItem[]>;
  /** False when the item is not as it was read. */
  change(id: string, act: ReviewAct): Promise<boolean>;
  close(): Promise<void>;
}

export const ALL_REVIEWS = 1_000_000;

/** Opens the review list also beside a running program: SQLite itself lets the two take turns. */
export async function openReviews(folder: string): Promise<Reviews> {
  const path = join(folder, "ansim.db");
  if (!existsSync(path)) throw new AppError("STORE_UNAVAILABLE", `There is no data in ${folder}.`);
  try {
    const db = await openDriver(path);
    db.exec("PRAGMA busy_timeout = 5000");
    // Fails here, and not in the middle, on data from before there was a list.
    readReviews(db, "labelled", 1);
    return {
      labelled: async () => readReviews(db, "labelled", ALL_REVIEWS),
      change: async (id, act) => changeReview(db, id, act),
      close: async () => db.close(),
    };
  } catch (error) {
    throw new AppError("STORE_UNAVAILABLE", `The list in ${folder} cannot be read. Start the program once.`, error);
  }
}
