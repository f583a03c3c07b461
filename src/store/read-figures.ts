import type { Instant } from "../core/day.ts";
import type { StoreFigures } from "../ports/figures.ts";
import { figuresOf } from "./figures-of.ts";
import { PLACES_TO_STAND_BACK } from "./places-to-stand-back.ts";
import type { SqlDriver } from "./sql-driver.ts";

const age = (column: string): string => `coalesce((julianday(?) - julianday(${column})) * 86400.0, 0.0) AS oldest`;

/** Whoever stands back does so for that many places, so the oldest is among the first of them. */
const FIRST = `SELECT at FROM arrival WHERE handled = 0 ORDER BY coalesce(place, id) LIMIT ${PLACES_TO_STAND_BACK + 1}`;
const ARRIVALS = `SELECT (SELECT count(*) FROM arrival WHERE handled = 0) AS count, ${age(`(SELECT min(at) FROM (${FIRST}))`)}`;
const DELIVERIES = `SELECT via, state, count(*) AS count, ${age("min(since)")}
  FROM outbox WHERE state <> 'sent' GROUP BY via, state`;
const CASES = `SELECT status, count(*) AS count, ${age("min(opened_at)")}
  FROM desk_case WHERE status <> 'closed' GROUP BY status`;

/** Reads what waits from the partial indexes of what waits: what is done costs nothing. */
export const readFigures = (db: SqlDriver, now: Instant): StoreFigures =>
  figuresOf({
    arrivals: db.get(ARRIVALS, now) ?? {},
    deliveries: db.all(DELIVERIES, now),
    cases: db.all(CASES, now),
  });
