import { AppError } from "../../core/app-error.ts";
import { lastChanges } from "../../core/timer.ts";
import type { NewDelivery } from "../../ports/delivery.ts";
import type { CommitResult, Lease, TurnCommit } from "../../ports/store.ts";
import { refuseWrongDeliveries } from "../refuse-wrong-deliveries.ts";
import { numberOf } from "../row.ts";
import type { Database, Statement } from "./database.ts";

/** The moment as SQLite writes it, too. */
const ISO = `to_char(m.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/**
 * The whole turn in one statement. What decides is in the conversation's own row (fence, done), so that a commit which had to
 * wait for another decides on what that one left behind.
 */
const COMMIT: Statement = {
  name: "commit",
  text: `
WITH mine AS (
  UPDATE conversation c SET next_seq = c.next_seq + cardinality($6::text[]), done = $3::bigint, state = $4,
    lease_until = store_now() + $5 * interval '1 ms'
  WHERE c.id = $1 AND c.fence = $2 AND c.done < $3::bigint
    AND (SELECT min(a.seq) FROM arrival a WHERE a.conversation = c.id AND a.seq > c.done) = $3::bigint
  RETURNING c.id, c.channel, c.next_seq - cardinality($6::text[]) AS first, store_now() AS at
), logged AS (
  INSERT INTO entry (conversation, seq, at, body)
  SELECT m.id, m.first + l.n - 1, m.at, l.body FROM mine m, unnest($6::text[]) WITH ORDINALITY AS l(body, n)
), cased AS (
  INSERT INTO desk_case (id, conversation, status, opened_at, closed_at, body, claimed_at)
  SELECT $7::text, m.id, $8::text, $9::timestamptz, $10::timestamptz, $11::text, $28::timestamptz
  FROM mine m WHERE $7::text IS NOT NULL
  ON CONFLICT (id) DO UPDATE SET status = excluded.status, claimed_at = excluded.claimed_at,
    closed_at = excluded.closed_at, body = excluded.body
), unparked AS (
  UPDATE outbox o SET state = 'new', not_before = NULL, first_tried_at = NULL, why = NULL FROM mine m
  WHERE 'channel' = ANY($12::text[]) AND o.conversation = m.id AND o.target = 'channel' AND o.state <> 'sent'
    AND o.state = 'parked' AND NOT (o.entry_seq = ANY($29::bigint[]))
), again AS (
  UPDATE outbox o SET state = 'new', since = m.at, not_before = NULL, first_tried_at = NULL, why = NULL,
    send_anyway = o.doubt_since IS NOT NULL, doubt_since = CASE WHEN o.doubt_since IS NOT NULL THEN m.at END
  FROM mine m WHERE o.conversation = m.id AND o.target = 'channel' AND o.entry_seq = ANY($29::bigint[])
    AND o.state <> 'sent' AND o.state IN ('unknown', 'parked', 'dead')
), queued AS (
  INSERT INTO outbox (conversation, target, via, entry_seq, news)
  SELECT m.id, d.target, coalesce(d.via, m.channel), m.first + d.entry, d.news
  FROM mine m, unnest($12::text[], $13::int[], $14::text[], $30::text[]) WITH ORDINALITY AS d(target, entry, news, via, n)
  ORDER BY d.n
), recorded AS (
  INSERT INTO turn (conversation, seq, at, outcome, content_hash, understanding, basis, audit)
  SELECT m.id, $3::bigint, m.at, $15::text, $16::text, $17::text, $18::text, $19::text FROM mine m
), listed AS (
  INSERT INTO review (id, language, utterance, guesses, times, first_day, last_day)
  SELECT u.id, min(u.language), min(u.utterance), min(u.guesses), count(*), min(u.day), max(u.day)
  FROM mine m, unnest($20::text[], $21::text[], $22::text[], $23::text[], $24::text[]) AS u(id, language, utterance, guesses, day)
  GROUP BY u.id ORDER BY u.id
  ON CONFLICT (id) DO UPDATE SET times = review.times + excluded.times, last_day = excluded.last_day,
    guesses = excluded.guesses
), unset AS (
  DELETE FROM timer t USING mine m WHERE t.conversation = m.id AND t.name = ANY($25::text[])
), timed AS (
  INSERT INTO timer (conversation, name, number, due_at)
  SELECT m.id, s.name, $3::bigint, m.at + s.after_ms * interval '1 ms'
  FROM mine m, unnest($26::text[], $27::float8[]) AS s(name, after_ms)
  ON CONFLICT (conversation, name) DO UPDATE SET number = excluded.number, due_at = excluded.due_at
), called AS (
  INSERT INTO call_back (case_id, conversation, status, from_at, body)
  SELECT $31::text, m.id, $32::text, $33::text, $34::text FROM mine m WHERE $31::text IS NOT NULL
  ON CONFLICT (case_id) DO UPDATE SET status = excluded.status, from_at = excluded.from_at, body = excluded.body
), surveyed AS (
  INSERT INTO survey AS s (case_id, conversation, asked_at, answer, answered_at, comment, comment_seq)
  SELECT $35::text, m.id, ${ISO}, $36::text, CASE WHEN $36::text IS NOT NULL THEN ${ISO} END, $37::text,
    CASE WHEN $37::text IS NOT NULL THEN $3::bigint END
  FROM mine m WHERE $35::text IS NOT NULL
  ON CONFLICT (case_id) DO UPDATE SET answer = coalesce(excluded.answer, s.answer),
    answered_at = coalesce(excluded.answered_at, s.answered_at), comment = coalesce(excluded.comment, s.comment),
    comment_seq = coalesce(excluded.comment_seq, s.comment_seq)
)
SELECT id FROM mine`,
};

const WHY_NOT: Statement = {
  name: "why-not-committed",
  text: `
SELECT min(a.seq) AS next FROM conversation c JOIN arrival a ON a.conversation = c.id AND a.seq > c.done
WHERE c.id = $1 AND c.fence = $2`,
};

/** Writes all that a turn changes and prolongs the lease; writes nothing when the lease has been overtaken. */
export async function writeTurn(db: Database, lease: Lease, turn: TurnCommit, leaseMs: number): Promise<CommitResult> {
  refuseWrongDeliveries(turn);
  const { case: changed, deliveries, unclear = [] } = turn;
  const { outcome, contentHash, understanding, basis, audit } = turn.record;
  const written = await db.run(
    COMMIT,
    ...[lease.conversation, lease.fence, turn.handled, JSON.stringify(turn.state), leaseMs],
    turn.log.map((body) => JSON.stringify(body)),
    ...[changed?.id ?? null, changed?.status ?? null, changed?.openedAt ?? null, changed?.closedAt ?? null],
    changed === undefined ? null : JSON.stringify(changed),
    deliveries.map(({ target }) => target),
    deliveries.map((delivery) => (delivery.target === "channel" ? delivery.entry : null)),
    deliveries.map(newsOf),
    ...[outcome, contentHash, understanding === undefined ? null : JSON.stringify(understanding)],
    ...[JSON.stringify(basis), audit === undefined ? null : JSON.stringify(audit)],
    ...[unclear.map(({ id }) => id), unclear.map(({ language }) => language), unclear.map(({ text }) => text)],
    ...[unclear.map(({ guesses }) => JSON.stringify(guesses)), unclear.map(({ day }) => day)],
    ...timerColumns(turn),
    changed?.claimedAt ?? null,
    turn.again ?? [],
    deliveries.map(viaOf),
    ...callBackColumns(turn),
    ...surveyColumns(turn),
  );
  if (written.length > 0) return "committed";
  await refuseOvertaking(db, lease, turn.handled);
  return "fenced";
}

function newsOf(delivery: NewDelivery): string | null {
  switch (delivery.target) {
    case "channel":
      return null;
    case "desk":
      return JSON.stringify(delivery.news);
    case "support":
      return JSON.stringify(delivery.post);
  }
}

/** The channel's own is the conversation's. */
const viaOf = (delivery: NewDelivery): string | null =>
  delivery.target === "channel" ? null : delivery.target === "desk" ? "desk" : delivery.via;

const callBackColumns = ({ callBack: ticket }: TurnCommit) =>
  ticket === undefined
    ? [null, null, null, null]
    : [ticket.case, ticket.status, ticket.slot.from, JSON.stringify(ticket)];

/** A turn changes one survey at most. */
function surveyColumns({ surveys = [] }: TurnCommit) {
  const answered = surveys.find((change) => change.kind === "answered");
  const commented = surveys.find((change) => change.kind === "commented");
  return [surveys[0]?.case ?? null, answered?.answer ?? null, commented?.comment ?? null];
}

/** Names to cancel; names and delays to set. */
function timerColumns({ timers = [] }: TurnCommit) {
  const changes = lastChanges(timers);
  const set = changes.flatMap((change) => (change.kind === "set" ? [change] : []));
  return [
    changes.flatMap((change) => (change.kind === "cancel" ? [change.timer] : [])),
    set.map(({ timer }) => timer),
    set.map(({ afterMs }) => afterMs),
  ];
}

/** A turn that is not written was overtaken, which is nothing special, or is itself overtaking, which is a bug. */
async function refuseOvertaking(db: Database, lease: Lease, handled: number): Promise<void> {
  const [row] = await db.run(WHY_NOT, lease.conversation, lease.fence);
  if (row === undefined || Reflect.get(row, "next") === null) return;
  const next = numberOf(row, "next");
  if (next < handled) throw new AppError("STORE_UNAVAILABLE", `Arrival ${handled} cannot be handled before ${next}.`);
}
