import { existsSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "../core/app-error.ts";
import type { ReviewAct, ReviewItem } from "../core/review.ts";
import { openDriver } from "./open-driver.ts";
import { changeReview, readReviews } from "./review-list.ts";

/** The review list of a data folder, apart from the rest. */
export interface Reviews {
  /** Items that have a label and were not proposed yet. */
  labelled(): readonly ReviewItem[];
  /** False when the item is not as it was read. */
  change(id: string, act: ReviewAct): boolean;
  close(): void;
}

const ALL = 1_000_000;

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
      labelled: () => readReviews(db, "labelled", ALL),
      change: (id, act) => changeReview(db, id, act),
      close: () => db.close(),
    };
  } catch (error) {
    throw new AppError("STORE_UNAVAILABLE", `The list in ${folder} cannot be read. Start the program once.`, error);
  }
}
