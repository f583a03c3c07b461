import { createHash } from "node:crypto";
import type { Accepted, Arrival } from "../../ports/intake.ts";
import { bodyOfActivity } from "../body-of-activity.ts";
import { PLACES_TO_STAND_BACK } from "../places-to-stand-back.ts";
import { numberOf } from "../row.ts";
import { type Database, refusalCode, type Statement } from "./database.ts";

/**
 * One statement for any number of arrivals. Rows of conversations are taken in the order of their ids, so that two processes
 * never wait for each other in a ring; places are handed out under the row, so that a reader never sees a later one first.
 */
const ACCEPT: Statement = {
  name: "accept",
  // Those behind it wait for it to end: a connection that has gone dead must not hold them up for long.
  patienceMs: 1_500,
  text: `
WITH input AS (
  SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
    WITH ORDINALITY AS i(conversation, channel, key, activity, body, address, n)
), known AS (
  SELECT i.n, a.seq FROM input i JOIN arrival a ON a.dedupe_key = i.key
), fresh AS (
  SELECT i.*, row_number() OVER (PARTITION BY i.conversation ORDER BY i.n) AS nth,
    count(*) OVER (PARTITION BY i.conversation) AS together,
    first_value(i.address) OVER (PARTITION BY i.conversation ORDER BY i.address IS NULL, i.n DESC) AS newest_address
  FROM input i WHERE NOT EXISTS (SELECT FROM known k WHERE k.n = i.n)
), touched AS MATERIALIZED (
  SELECT f.*, nextval('waiting_place') + CASE WHEN EXISTS (
    SELECT FROM desk_case k WHERE k.conversation = f.conversation AND k.status <> 'closed') THEN $7::bigint ELSE 0 END AS place
  FROM (
    SELECT conversation, channel, together, newest_address FROM fresh WHERE nth = 1 ORDER BY n
  ) f
), placed AS (
  INSERT INTO conversation AS c (id, channel, address, next_seq, last_arrival, waiting_since)
  SELECT conversation, channel, newest_address, 1 + together, together, place FROM touched ORDER BY conversation
  ON CONFLICT (id) DO UPDATE SET
    address = coalesce(excluded.address, c.address),
    next_seq = c.next_seq + excluded.last_arrival,
    last_arrival = c.next_seq + excluded.last_arrival - 1,
    waiting_since = CASE WHEN c.last_arrival > c.done THEN c.waiting_since ELSE excluded.waiting_since END
  RETURNING id, next_seq
), stored AS (
  INSERT INTO arrival (conversation, seq, at, dedupe_key, activity)
  SELECT f.conversation, p.next_seq - f.together + f.nth - 1, store_now(), f.key, f.activity
  FROM fresh f JOIN placed p ON p.id = f.conversation
  RETURNING conversation, seq, at, dedupe_key
), shown AS (
  INSERT INTO entry (conversation, seq, at, body)
  SELECT s.conversation, s.seq, s.at, f.body FROM stored s JOIN fresh f ON f.key = s.dedupe_key
  WHERE f.body IS NOT NULL
)
SELECT n, seq, false AS fresh FROM known
UNION ALL
SELECT f.n, s.seq, true FROM stored s JOIN fresh f ON f.key = s.dedupe_key
ORDER BY n`,
};

const UNIQUE_VIOLATION = "23505";
const TRIES = 5;

/** Stores arrivals in their order and answers for each by its index. */
export async function acceptArrivals(db: Database, arrivals: readonly Arrival[]): Promise<(index: number) => Accepted> {
  const keys = arrivals.map(({ dedupeKey }) => hashOf(dedupeKey));
  const first = new Map<string, number>();
  for (const [index, key] of keys.entries()) if (!first.has(key)) first.set(key, index);
  const chosen = [...first.values()].flatMap((index) => arrivals[index] ?? []);
  const rows = await store(db, chosen, [...first.keys()]);

  const places = new Map([...first.keys()].map((key, place) => [key, rows[place]]));
  return (index) => {
    const key = keys[index] ?? "";
    const row = places.get(key);
    if (row === undefined) throw new Error("An arrival got no answer.");
    const accepted = first.get(key) === index && Reflect.get(row, "fresh") === true;
    return { kind: accepted ? "accepted" : "duplicate", seq: numberOf(row, "seq") };
  };
}

async function store(db: Database, arrivals: readonly Arrival[], keys: readonly string[]): Promise<readonly object[]> {
  const columns = [
    arrivals.map(({ conversation }) => conversation),
    arrivals.map(({ channel }) => channel),
    keys,
    arrivals.map(({ activity }) => JSON.stringify(activity)),
    arrivals.map(({ activity }) => JSON.stringify(bodyOfActivity(activity)) ?? null),
    arrivals.map(({ address }) => address ?? null),
    PLACES_TO_STAND_BACK,
  ];
  for (let tries = 1; ; tries += 1) {
    try {
      return await db.run(ACCEPT, ...columns);
    } catch (error) {
      // Another process was taking the same key at this moment; now its row can be seen.
      if (tries < TRIES && refusalCode(error) === UNIQUE_VIOLATION) continue;
      throw error;
    }
  }
}

/** Of one length, and without the NUL and half surrogate pairs that a far end's key may have. */
const hashOf = (key: string): string => createHash("sha256").update(JSON.stringify(key)).digest("base64");
