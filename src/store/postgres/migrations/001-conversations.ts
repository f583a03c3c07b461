/**
 * Conversations with their log, arrivals (inbox), turns, cases and deliveries (outbox), as in SQLite.
 * JSON stands in `text`: `jsonb` refuses NUL, which customers do send. Unread are the arrivals with a seq above `done`.
 */
export const postgresMigration001 = `
-- The one clock of all processes; tests put their own in its place.
CREATE FUNCTION store_now() RETURNS timestamptz LANGUAGE sql VOLATILE AS 'SELECT clock_timestamp()';

-- Processes that are alive. A lease or an attempt of one that is not listed here belongs to nobody.
CREATE TABLE worker (
  id text PRIMARY KEY,
  seen_at timestamptz NOT NULL
);

CREATE SEQUENCE waiting_place;

CREATE TABLE conversation (
  id text PRIMARY KEY,
  channel text NOT NULL,
  next_seq bigint NOT NULL DEFAULT 1,
  last_arrival bigint NOT NULL DEFAULT 0,
  done bigint NOT NULL DEFAULT 0,
  waiting_since bigint NOT NULL,
  fence bigint NOT NULL DEFAULT 0,
  lease_until timestamptz,
  holder text,
  state text
);
CREATE INDEX conversation_waiting ON conversation(waiting_since) WHERE last_arrival > done;
CREATE INDEX conversation_held ON conversation(holder) WHERE holder IS NOT NULL;

CREATE TABLE entry (
  conversation text NOT NULL REFERENCES conversation(id),
  seq bigint NOT NULL,
  at timestamptz NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (conversation, seq)
);

CREATE TABLE arrival (
  conversation text NOT NULL REFERENCES conversation(id),
  seq bigint NOT NULL,
  at timestamptz NOT NULL,
  dedupe_key text NOT NULL UNIQUE,
  activity text NOT NULL,
  PRIMARY KEY (conversation, seq)
);

CREATE TABLE turn (
  conversation text NOT NULL REFERENCES conversation(id),
  seq bigint NOT NULL,
  at timestamptz NOT NULL,
  outcome text NOT NULL,
  content_hash text NOT NULL,
  understanding text,
  basis text NOT NULL,
  audit text,
  PRIMARY KEY (conversation, seq)
);

CREATE TABLE desk_case (
  id text PRIMARY KEY,
  place bigint GENERATED ALWAYS AS IDENTITY,
  conversation text NOT NULL REFERENCES conversation(id),
  status text NOT NULL,
  opened_at timestamptz NOT NULL,
  closed_at timestamptz,
  body text NOT NULL
);
CREATE UNIQUE INDEX desk_case_one_open ON desk_case(conversation) WHERE status <> 'closed';
CREATE INDEX desk_case_open ON desk_case(opened_at, place) WHERE status <> 'closed';
CREATE INDEX desk_case_closed ON desk_case(closed_at, place) WHERE status = 'closed';

CREATE TABLE outbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  conversation text NOT NULL REFERENCES conversation(id),
  target text NOT NULL CHECK (target IN ('channel', 'desk')),
  entry_seq bigint,
  news text,
  state text NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'sending', 'sent', 'unknown', 'dead')),
  attempts integer NOT NULL DEFAULT 0,
  not_before timestamptz,
  claimed_at timestamptz,
  claimed_by text,
  far_id text,
  why text
);
CREATE INDEX outbox_due ON outbox(id) WHERE state = 'new';
CREATE INDEX outbox_sending ON outbox(id) WHERE state = 'sending';
CREATE INDEX outbox_lane ON outbox(conversation, target, id) WHERE state IN ('new', 'sending');

-- Keys that all processes share, so that a token of one is good for the others.
CREATE TABLE shared_key (
  name text PRIMARY KEY,
  value text NOT NULL
);
`;
