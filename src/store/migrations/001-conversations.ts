/** Conversations with their log, arrivals (inbox), turns, cases and deliveries (outbox). */
export const migration001 = `
CREATE TABLE conversation (
  id TEXT PRIMARY KEY,
  channel TEXT NOT NULL,
  next_seq INTEGER NOT NULL DEFAULT 1,
  fence INTEGER NOT NULL DEFAULT 0,
  lease_until TEXT,
  state TEXT
);

CREATE TABLE entry (
  conversation TEXT NOT NULL REFERENCES conversation(id),
  seq INTEGER NOT NULL,
  at TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (conversation, seq)
) WITHOUT ROWID;

CREATE TABLE arrival (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  conversation TEXT NOT NULL REFERENCES conversation(id),
  seq INTEGER NOT NULL,
  at TEXT NOT NULL,
  dedupe_key TEXT NOT NULL UNIQUE,
  activity TEXT NOT NULL,
  handled INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX arrival_waiting ON arrival(id) WHERE handled = 0;
CREATE INDEX arrival_waiting_here ON arrival(conversation, seq) WHERE handled = 0;

CREATE TABLE turn (
  conversation TEXT NOT NULL REFERENCES conversation(id),
  seq INTEGER NOT NULL,
  at TEXT NOT NULL,
  outcome TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  understanding TEXT,
  basis TEXT NOT NULL,
  PRIMARY KEY (conversation, seq)
) WITHOUT ROWID;

CREATE TABLE desk_case (
  id TEXT PRIMARY KEY,
  conversation TEXT NOT NULL REFERENCES conversation(id),
  status TEXT NOT NULL,
  opened_at TEXT NOT NULL,
  closed_at TEXT,
  body TEXT NOT NULL
);
CREATE UNIQUE INDEX desk_case_one_open ON desk_case(conversation) WHERE status <> 'closed';
CREATE INDEX desk_case_open ON desk_case(opened_at) WHERE status <> 'closed';
CREATE INDEX desk_case_closed ON desk_case(closed_at) WHERE status = 'closed';

CREATE TABLE outbox (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  conversation TEXT NOT NULL REFERENCES conversation(id),
  target TEXT NOT NULL CHECK (target IN ('channel', 'desk')),
  entry_seq INTEGER,
  news TEXT,
  state TEXT NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'sending', 'sent', 'unknown', 'dead')),
  attempts INTEGER NOT NULL DEFAULT 0,
  not_before TEXT,
  claimed_at TEXT,
  far_id TEXT,
  why TEXT
);
CREATE INDEX outbox_due ON outbox(id) WHERE state = 'new';
CREATE INDEX outbox_sending ON outbox(id) WHERE state = 'sending';
CREATE INDEX outbox_lane ON outbox(conversation, target, id) WHERE state IN ('new', 'sending');
`;
