import type { Statement } from "./database.ts";

/** The moment as SQLite writes it, too. */
const ISO = `to_char(m.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/**
 * Whole turns of different conversations in one statement. What decides is in each conversation's own row (fence, done), so that a
 * commit which had to wait for another decides on what that one left behind. Rows are locked in the order of their ids.
 */
export const COMMIT: Statement = {
  name: "commit",
  text: `
WITH input AS MATERIALIZED (
  SELECT * FROM unnest($1::int[], $2::text[], $3::bigint[], $4::bigint[], $5::text[], $6::bigint[], $7::text[], $8::text[], $9::text[],
    $10::text[], $11::text[], $12::int[])
    AS i(n, id, fence, handled, state, entries, outcome, content_hash, understanding, basis, audit, switches)
), locked AS MATERIALIZED (
  SELECT i.n, c.id FROM input i JOIN conversation c ON c.id = i.id AND c.fence = i.fence AND c.done < i.handled
  ORDER BY c.id FOR UPDATE OF c
), mine AS (
  UPDATE conversation c SET next_seq = c.next_seq + i.entries, done = i.handled, state = i.state,
    lease_until = store_now() + $13 * interval '1 ms'
  FROM locked l JOIN input i ON i.n = l.n
  WHERE c.id = l.id AND c.fence = i.fence AND c.done < i.handled
    AND (SELECT min(a.seq) FROM arrival a WHERE a.conversation = c.id AND a.seq > c.done) = i.handled
    AND (i.switches IS NULL OR i.switches = (SELECT coalesce(max(s.version), 0) FROM switch_log s))
  RETURNING i.n, c.id, c.channel, c.next_seq - i.entries AS first, store_now() AS at, i.handled
), logged AS (
  INSERT INTO entry (conversation, seq, at, body)
  SELECT m.id, m.first + l.entry, m.at, l.body
  FROM unnest($14::int[], $15::int[], $16::text[]) AS l(n, entry, body) JOIN mine m ON m.n = l.n
), cased AS (
  INSERT INTO desk_case (id, conversation, status, opened_at, closed_at, body, claimed_at)
  SELECT k.id, m.id, k.status, k.opened_at, k.closed_at, k.body, k.claimed_at
  FROM unnest($17::int[], $18::text[], $19::text[], $20::timestamptz[], $21::timestamptz[], $22::text[], $23::timestamptz[])
    AS k(n, id, status, opened_at, closed_at, body, claimed_at) JOIN mine m ON m.n = k.n
  ON CONFLICT (id) DO UPDATE SET status = excluded.status, claimed_at = excluded.claimed_at,
    closed_at = excluded.closed_at, body = excluded.body
), unparked AS (
  UPDATE outbox o SET state = 'new', not_before = NULL, first_tried_at = NULL, why = NULL FROM mine m
  WHERE m.n = ANY($24::int[]) AND o.conversation = m.id AND o.target = 'channel' AND o.state <> 'sent'
    AND o.state = 'parked' AND NOT EXISTS (
      SELECT FROM unnest($25::int[], $26::bigint[]) AS g(n, seq) WHERE g.n = m.n AND g.seq = o.entry_seq)
), again AS (
  UPDATE outbox o SET state = 'new', since = m.at, not_before = NULL, first_tried_at = NULL, why = NULL,
    send_anyway = o.doubt_since IS NOT NULL, doubt_since = CASE WHEN o.doubt_since IS NOT NULL THEN m.at END
  FROM unnest($25::int[], $26::bigint[]) AS g(n, seq) JOIN mine m ON m.n = g.n
  WHERE o.conversation = m.id AND o.target = 'channel' AND o.entry_seq = g.seq
    AND o.state <> 'sent' AND o.state IN ('unknown', 'parked', 'dead')
), queued AS (
  INSERT INTO outbox (conversation, target, via, entry_seq, news)
  SELECT m.id, d.target, coalesce(d.via, m.channel), m.first + d.entry, d.news
  FROM unnest($27::int[], $28::text[], $29::int[], $30::text[], $31::text[]) WITH ORDINALITY AS d(n, target, entry, news, via, nth)
  JOIN mine m ON m.n = d.n ORDER BY d.nth
), recorded AS (
  INSERT INTO turn (conversation, seq, at, outcome, content_hash, understanding, basis, audit)
  SELECT m.id, m.handled, m.at, i.outcome, i.content_hash, i.understanding, i.basis, i.audit
  FROM mine m JOIN input i ON i.n = m.n
), listed AS (
  INSERT INTO review (id, language, utterance, guesses, times, first_day, last_day)
  SELECT u.id, min(u.language), min(u.utterance), min(u.guesses), count(*), min(u.day), max(u.day)
  FROM unnest($32::int[], $33::text[], $34::text[], $35::text[], $36::text[], $37::text[])
    AS u(n, id, language, utterance, guesses, day) JOIN mine m ON m.n = u.n
  GROUP BY u.id ORDER BY u.id
  ON CONFLICT (id) DO UPDATE SET times = review.times + excluded.times, last_day = excluded.last_day,
    guesses = excluded.guesses
), unset AS (
  DELETE FROM timer t USING unnest($38::int[], $39::text[]) AS x(n, name), mine m
  WHERE m.n = x.n AND t.conversation = m.id AND t.name = x.name
), timed AS (
  INSERT INTO timer (conversation, name, number, due_at)
  SELECT m.id, s.name, m.handled, m.at + s.after_ms * interval '1 ms'
  FROM unnest($40::int[], $41::text[], $42::float8[]) AS s(n, name, after_ms) JOIN mine m ON m.n = s.n
  ON CONFLICT (conversation, name) DO UPDATE SET number = excluded.number, due_at = excluded.due_at
), called AS (
  INSERT INTO call_back (case_id, conversation, status, from_at, body)
  SELECT k.case_id, m.id, k.status, k.from_at, k.body
  FROM unnest($43::int[], $44::text[], $45::text[], $46::text[], $47::text[]) AS k(n, case_id, status, from_at, body) JOIN mine m ON m.n = k.n
  ON CONFLICT (case_id) DO UPDATE SET status = excluded.status, from_at = excluded.from_at, body = excluded.body
), surveyed AS (
  INSERT INTO survey AS s (case_id, conversation, asked_at, answer, answered_at, comment, comment_seq)
  SELECT v.case_id, m.id, ${ISO}, v.answer, CASE WHEN v.answer IS NOT NULL THEN ${ISO} END, v.comment,
    CASE WHEN v.comment IS NOT NULL THEN m.handled END
  FROM unnest($48::int[], $49::text[], $50::text[], $51::text[]) AS v(n, case_id, answer, comment) JOIN mine m ON m.n = v.n
  ON CONFLICT (case_id) DO UPDATE SET answer = coalesce(excluded.answer, s.answer),
    answered_at = coalesce(excluded.answered_at, s.answered_at), comment = coalesce(excluded.comment, s.comment),
    comment_seq = coalesce(excluded.comment_seq, s.comment_seq)
)
SELECT n FROM mine`,
};
