import type { Database, Statement } from "./database.ts";

/**
 * Nothing is waited for: a timer, or a conversation, that another process has in hand is left to the next look. So this never
 * stands in a ring with a commit, which takes the conversation first and its timers then.
 */
const FIRE: Statement = {
  name: "fire-timers",
  text: `
WITH now AS MATERIALIZED (SELECT store_now() AS at), due AS MATERIALIZED (
  SELECT t.conversation, t.name, t.number, t.due_at FROM timer t JOIN conversation c ON c.id = t.conversation, now
  WHERE t.due_at <= now.at ORDER BY t.due_at, t.conversation, t.name LIMIT $1 FOR UPDATE OF t, c SKIP LOCKED
), placed AS (
  SELECT d.*, row_number() OVER (PARTITION BY d.conversation ORDER BY d.due_at, d.name) AS nth,
    count(*) OVER (PARTITION BY d.conversation) AS together
  FROM due d
), gone AS (
  DELETE FROM timer t USING due d WHERE t.conversation = d.conversation AND t.name = d.name
), ordered AS MATERIALIZED (
  SELECT f.*, nextval('waiting_place') AS place FROM (
    SELECT conversation, together FROM placed WHERE nth = 1 ORDER BY due_at, conversation
  ) f
), touched AS (
  UPDATE conversation c SET next_seq = c.next_seq + p.together, last_arrival = c.next_seq + p.together - 1,
    waiting_since = CASE WHEN c.last_arrival > c.done THEN c.waiting_since ELSE p.place END
  FROM ordered p WHERE c.id = p.conversation
  RETURNING c.id, c.next_seq - p.together AS first
)
INSERT INTO arrival (conversation, seq, at, dedupe_key, activity)
SELECT p.conversation, t.first + p.nth - 1, now.at, concat_ws(':', 'timer', p.conversation, p.name, p.number),
  json_build_object('kind', 'due', 'timer', p.name, 'number', p.number)::text
FROM placed p JOIN touched t ON t.id = p.conversation, now
RETURNING seq`,
};

/** Turns due timers into arrivals, the longest due first; returns how many. */
export const fireDue = async (db: Database, max: number): Promise<number> => (await db.run(FIRE, max)).length;
