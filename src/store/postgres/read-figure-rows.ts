import type { StoreFigures } from "../../ports/figures.ts";
import { figuresOf } from "../figures-of.ts";
import { jsonOf } from "../row.ts";
import type { Database, Statement } from "./database.ts";

const age = (column: string): string => `coalesce(extract(epoch FROM t.now - ${column}), 0)::float8`;

/** One statement, one moment. */
const FIGURES: Statement = {
  name: "figures",
  text: `
WITH t AS MATERIALIZED (SELECT store_now() AS now)
SELECT json_build_object(
  'arrivals', (SELECT json_build_object('count', count(*), 'oldest', ${age("min(a.at)")})
    FROM conversation c JOIN arrival a ON a.conversation = c.id AND a.seq > c.done WHERE c.last_arrival > c.done),
  'deliveries', (SELECT coalesce(json_agg(d), '[]') FROM (
    SELECT via, state, count(*) AS count, ${age("min(since)")} AS oldest
    FROM outbox WHERE state <> 'sent' GROUP BY via, state, t.now) d),
  'cases', (SELECT coalesce(json_agg(k), '[]') FROM (
    SELECT status, count(*) AS count, ${age("min(opened_at)")} AS oldest
    FROM desk_case WHERE status <> 'closed' GROUP BY status, t.now) k)
)::text AS figures FROM t`,
};

/** Reads what waits from the partial indexes of what waits: what is done costs nothing. */
export async function readFigureRows(db: Database): Promise<StoreFigures> {
  const [row] = await db.run(FIGURES);
  return figuresOf(jsonOf(row ?? {}, "figures"));
}
