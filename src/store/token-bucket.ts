import type { Instant } from "../core/day.ts";
import type { Want } from "../ports/store.ts";
import { addMs } from "./add-ms.ts";
import { isNull, numberOf, textOf } from "./row.ts";
import type { SqlDriver } from "./sql-driver.ts";

/** How many sends a target's budget allows now; 0 while the target is held. */
export function tokensFor(db: SqlDriver, { target, budget }: Want, now: Instant): number {
  const row = db.get("SELECT tokens, at, held_until FROM reach_budget WHERE target = ?", target);
  if (row === undefined) return budget.burst;
  if (!isNull(row, "held_until") && textOf(row, "held_until") > now) return 0;
  const seconds = Math.max(0, Date.parse(now) - Date.parse(textOf(row, "at"))) / 1_000;
  return Math.min(budget.burst, numberOf(row, "tokens") + seconds * budget.perSecond);
}

/** Notes what is left of a budget. */
export function keepTokens(db: SqlDriver, target: string, tokens: number, now: Instant): void {
  db.run(
    `INSERT INTO reach_budget (target, tokens, at) VALUES (?, ?, ?)
     ON CONFLICT (target) DO UPDATE SET tokens = excluded.tokens, at = excluded.at`,
    target,
    tokens,
    now,
  );
}

/** The target asked everybody to wait; there is a row for it, because something was just sent. */
export function holdTarget(db: SqlDriver, target: string, now: Instant, ms: number): void {
  db.run(
    "UPDATE reach_budget SET held_until = max(coalesce(held_until, ''), ?) WHERE target = ?",
    addMs(now, ms),
    target,
  );
}
