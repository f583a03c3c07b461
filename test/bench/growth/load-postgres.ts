import pg from "pg";
import { openPostgres } from "../../../src/store/postgres/open-postgres.ts";
import { createKeptLog } from "../../http/create-kept-log.ts";
import { CASE_EVERY, OPEN_CASES, STORED } from "./stored-talk.ts";

/** For a server that nobody else uses: nothing loaded here has to survive a crash. */
const HURRY = ["fsync = off", "full_page_writes = off", "max_wal_size = '16GB'"];

type Run = (sql: string, ...values: readonly string[]) => Promise<unknown>;

async function connect(url: string): Promise<{ readonly run: Run; readonly end: () => Promise<void> }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return { run: (sql, ...values) => client.query(sql, [...values]), end: () => client.end() };
}

/** Fills a new schema with conversations of eight entries each; the same rows as turns would have left. */
export async function loadPostgres(url: string, schema: string, conversations: number): Promise<void> {
  const [one, other] = await Promise.all([connect(url), connect(url)]);
  await one.run(`CREATE SCHEMA ${schema}`);
  await (await openPostgres({ url, newId: () => "loader", log: createKeptLog() })).close();
  for (const setting of HURRY) await one.run(`ALTER SYSTEM SET ${setting}`);
  await one.run("SELECT pg_reload_conf()");
  for (const { run } of [one, other]) {
    // No checks of references row by row, no waiting for the disk.
    await run("SET session_replication_role = replica");
    await run("SET synchronous_commit = off");
    await run("SET maintenance_work_mem = '512MB'");
  }
  await one.run("ALTER TABLE arrival DROP CONSTRAINT arrival_dedupe_key_key");
  await one.run(`CREATE UNLOGGED TABLE fresh AS
    SELECT n, lpad(to_hex((n * 2654435761) % 4294967296), 8, '0') || '-4c1e-9a51-' || lpad(to_hex(n), 12, '0') AS id
    FROM generate_series(0, ${conversations - 1}::bigint) n ORDER BY id`);
  await Promise.all([fillTalks(one.run), fillWork(other.run)]);
  await one.run("DROP TABLE fresh");
  await one.run(`SELECT setval('waiting_place', ${conversations * 4})`);
  await one.run("VACUUM (ANALYZE) conversation, entry, arrival, turn, outbox, desk_case");
  await one.run("ALTER SYSTEM RESET ALL");
  await one.run("SELECT pg_reload_conf()");
  await one.run("CHECKPOINT");
  await Promise.all([one.end(), other.end()]);
}

/** Conversations, what was said, and cases. */
async function fillTalks(run: Run): Promise<void> {
  const { customer, bot, state, at } = STORED;
  await run(
    `INSERT INTO conversation (id, channel, next_seq, last_arrival, done, waiting_since, fence, state)
     SELECT id, 'web-chat', 9, 7, 7, n, 8, $1 FROM fresh`,
    state,
  );
  await run(
    `INSERT INTO entry (conversation, seq, at, body)
     SELECT f.id, s, $1::timestamptz, CASE s % 2 WHEN 1 THEN $2::text ELSE $3::text END FROM fresh f, generate_series(1, 8) s`,
    ...[at, customer, bot],
  );
  await run(
    `INSERT INTO desk_case (id, conversation, status, opened_at, closed_at, body)
     SELECT 'k' || n, id, status, $1::timestamptz, CASE status WHEN 'closed' THEN $1::timestamptz END,
       json_build_object('id', 'k' || n, 'conversation', id, 'status', status, 'reason', 'asked', 'language', 'ko', 'openedAt', $1::text)
     FROM (SELECT n, id, CASE WHEN n < ${OPEN_CASES * CASE_EVERY} THEN 'queued' ELSE 'closed' END AS status
       FROM fresh WHERE n % ${CASE_EVERY} = 0 ORDER BY n) k`,
    at,
  );
}

/** Arrivals, turns and departures, all done. */
async function fillWork(run: Run): Promise<void> {
  const { said, understanding, basis, at } = STORED;
  await run(
    `INSERT INTO arrival (conversation, seq, at, dedupe_key, activity)
     SELECT f.id, s, $1::timestamptz, encode(sha256(('"dl:' || f.id || ':' || s || '"')::bytea), 'base64'), $2
     FROM fresh f, generate_series(1, 7, 2) s`,
    ...[at, said],
  );
  await run("ALTER TABLE arrival ADD CONSTRAINT arrival_dedupe_key_key UNIQUE (dedupe_key)");
  await run(
    `INSERT INTO turn (conversation, seq, at, outcome, content_hash, understanding, basis)
     SELECT f.id, s, $1::timestamptz, 'answered', 'hash', $2, $3 FROM fresh f, generate_series(1, 7, 2) s`,
    ...[at, understanding, basis],
  );
  await run(
    `INSERT INTO outbox (conversation, target, via, entry_seq, state, since, attempts, claimed_at)
     SELECT f.id, 'channel', 'web-chat', s, 'sent', $1::timestamptz, 1, $1::timestamptz FROM fresh f, generate_series(2, 8, 2) s`,
    at,
  );
}

/** Megabytes of a schema's tables with their indexes. */
export async function sizeOfSchema(url: string, schema: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ bytes: string }>(
    "SELECT sum(pg_total_relation_size(c.oid)) AS bytes FROM pg_class c WHERE relnamespace = $1::regnamespace AND relkind = 'r'",
    [schema],
  );
  await client.end();
  return Number(rows[0]?.bytes ?? 0) / 1e6;
}
