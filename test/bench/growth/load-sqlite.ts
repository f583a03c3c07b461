import { closeSync, fsyncSync, openSync } from "node:fs";
import { join } from "node:path";
import { entryKeySql } from "../../../src/store/entry-key.ts";
import { migrate } from "../../../src/store/migrate.ts";
import { openDriver } from "../../../src/store/open-driver.ts";
import { CASE_EVERY, OPEN_CASES, STORED } from "./stored-talk.ts";

/** What was loaded is on disk before anything is measured. */
function flush(file: string): void {
  const handle = openSync(file, "r+");
  fsyncSync(handle);
  closeSync(handle);
}

/** Customers who write at the same time. */
const AT_ONCE = 64;

/** Fills a new folder with conversations of eight entries each; the same rows as turns would have left. */
export async function loadSqlite(folder: string, conversations: number): Promise<void> {
  const db = await openDriver(join(folder, "ansim.db"));
  const { customer, bot, said, understanding, state, basis, at } = STORED;
  db.get("PRAGMA journal_mode = OFF");
  migrate(db, at);
  db.exec("PRAGMA synchronous = OFF; PRAGMA cache_size = -600000; PRAGMA temp_store = MEMORY; BEGIN");
  db.exec(`CREATE TEMP TABLE fresh (n INTEGER PRIMARY KEY, id TEXT NOT NULL);
    WITH RECURSIVE n(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM n WHERE n < ${conversations - 1})
    INSERT INTO fresh SELECT n, printf('%08x-4c1e-9a51-%012x', (n * 2654435761) % 4294967296, n) FROM n`);
  // Those who write at the same time do so by turns, as in earnest: no conversation's rows stand side by side.
  db.exec(`CREATE TEMP TABLE steps (step INTEGER PRIMARY KEY, seq INTEGER, place INTEGER);
    WITH RECURSIVE k(k) AS (SELECT 0 UNION ALL SELECT k + 1 FROM k WHERE k < ${8 * AT_ONCE - 1})
    INSERT INTO steps SELECT k, k / ${AT_ONCE} + 1, k % ${AT_ONCE} FROM k;
    CREATE TEMP TABLE groups (first INTEGER PRIMARY KEY);
    INSERT INTO groups SELECT n FROM fresh WHERE n % ${AT_ONCE} = 0`);
  const each = "FROM groups g CROSS JOIN steps s CROSS JOIN fresh f ON f.n = g.first + s.place";
  db.run(
    "INSERT INTO conversation (id, channel, next_seq, state, number) SELECT id, 'web-chat', 9, ?, n + 1 FROM fresh ORDER BY n",
    state,
  );
  db.run(
    `INSERT INTO entry (id, conversation, seq, at, body)
     SELECT ${entryKeySql("(f.n + 1)", "s.seq")}, f.id, s.seq, ?, CASE s.seq % 2 WHEN 1 THEN ? ELSE ? END ${each}`,
    at,
    customer,
    bot,
  );
  db.run(
    `INSERT INTO arrival (conversation, seq, at, dedupe_key, activity, handled)
     SELECT f.id, s.seq, ?, '"dl:' || f.id || ':' || s.seq || '"', ?, 1 ${each} WHERE s.seq % 2 = 1`,
    at,
    said,
  );
  // Made anew at the end, in one go.
  db.exec("DROP INDEX turn_place");
  db.run(
    `INSERT INTO turn (conversation, seq, at, outcome, content_hash, understanding, basis)
     SELECT f.id, s.seq, ?, 'answered', 'hash', ?, ? ${each} WHERE s.seq % 2 = 1`,
    at,
    understanding,
    basis,
  );
  db.exec("CREATE UNIQUE INDEX turn_place ON turn(conversation, seq)");
  db.run(
    `INSERT INTO outbox (conversation, target, via, entry_seq, state, since, attempts, first_tried_at, claimed_at)
     SELECT f.id, 'channel', 'web-chat', s.seq, 'sent', ?, 1, ?, ? ${each} WHERE s.seq % 2 = 0`,
    at,
    at,
    at,
  );
  const caseJson = `json_object('id', 'k' || n, 'conversation', id, 'status', status, 'reason', 'asked', 'language', 'ko', 'openedAt', '${at}')`;
  db.exec(`INSERT INTO desk_case (id, conversation, status, opened_at, closed_at, body)
    SELECT 'k' || n, id, status, '${at}', CASE status WHEN 'closed' THEN '${at}' END, ${caseJson}
    FROM (SELECT n, id, CASE WHEN n < ${OPEN_CASES * CASE_EVERY} THEN 'queued' ELSE 'closed' END AS status
      FROM fresh WHERE n % ${CASE_EVERY} = 0 ORDER BY n)`);
  db.exec("COMMIT");
  db.close();
  flush(join(folder, "ansim.db"));
}
