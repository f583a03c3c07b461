import { AppError } from "../../core/app-error.ts";
import { isNull, numberOf } from "../row.ts";
import { COMMIT } from "./commit-statement.ts";
import type { Database, Statement } from "./database.ts";
import { turnColumns, type Written } from "./turn-columns.ts";

const WHY_NOT: Statement = {
  name: "why-not-committed",
  text: `
SELECT min(a.seq) AS next, (SELECT coalesce(max(version), 0) FROM switch_log) AS switches
FROM conversation c JOIN arrival a ON a.conversation = c.id AND a.seq > c.done
WHERE c.id = $1 AND c.fence = $2`,
};

/**
 * Writes all that each turn changes and prolongs its lease; resolves to the places of those that were written. The leases of the others
 * have been overtaken. No conversation may come twice.
 */
export async function writeTurns(
  db: Database,
  written: readonly Written[],
  leaseMs: number,
): Promise<ReadonlySet<number>> {
  const rows = await db.run(COMMIT, ...turnColumns(written, leaseMs));
  return new Set(rows.map((row) => numberOf(row, "n")));
}

/**
 * A turn that is not written was overtaken or decided on other switches, which is nothing special, or is itself overtaking,
 * which is a bug.
 */
export async function whyNot(db: Database, { lease, turn }: Written): Promise<"fenced" | "outdated"> {
  const [row] = await db.run(WHY_NOT, lease.conversation, lease.fence);
  if (row === undefined || isNull(row, "next")) return "fenced";
  const { handled, switches } = turn;
  const next = numberOf(row, "next");
  if (next < handled) throw new AppError("STORE_UNAVAILABLE", `Arrival ${handled} cannot be handled before ${next}.`);
  return next === handled && switches !== undefined && switches !== numberOf(row, "switches") ? "outdated" : "fenced";
}
