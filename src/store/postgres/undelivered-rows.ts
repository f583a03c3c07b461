import type { ConversationId } from "../../core/ids.ts";
import { SEEN_WAITING_MS, type Undelivered } from "../../ports/delivery.ts";
import type { UndeliveredCount } from "../../ports/store.ts";
import { countOf, undeliveredOf } from "../undelivered.ts";
import type { Database, Statement } from "./database.ts";

const UNDELIVERED: Statement = {
  name: "undelivered",
  text: `
SELECT entry_seq, state, since, why FROM outbox
WHERE conversation = $1 AND target = 'channel' AND state <> 'sent' ORDER BY id`,
};

const COUNT: Statement = {
  name: "count-undelivered",
  text: `
SELECT state, count(*) AS n FROM outbox WHERE state <> 'sent' AND target = 'channel'
AND (state NOT IN ('new', 'sending') OR since <= store_now() - $1 * interval '1 ms') GROUP BY state`,
};

const UNPARK: Statement = {
  name: "unpark",
  text: `
UPDATE outbox SET state = 'new', not_before = NULL, first_tried_at = NULL, why = NULL
WHERE state = 'parked' AND CASE $1 WHEN 'target' THEN via = $2 ELSE conversation = $2 END RETURNING id`,
};

export const readUndeliveredRows = async (
  db: Database,
  conversation: ConversationId,
): Promise<readonly Undelivered[]> => (await db.run(UNDELIVERED, conversation)).map(undeliveredOf);

export const countUndeliveredRows = async (db: Database): Promise<UndeliveredCount> =>
  countOf(await db.run(COUNT, SEEN_WAITING_MS));

/** Puts what is parked back in line; resolves to how many. */
export async function unparkRows(
  db: Database,
  where: { readonly target: string } | { readonly conversation: ConversationId },
): Promise<number> {
  const [by, value] = "target" in where ? ["target", where.target] : ["conversation", where.conversation];
  return (await db.run(UNPARK, by ?? "", value ?? "")).length;
}
