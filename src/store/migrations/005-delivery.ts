/**
 * What is sent may be in doubt or parked, goes to a target (`via`: `desk` or a channel's id), and each target has a budget.
 * SQLite changes no check of a column, so the table is written anew.
 */
export const migration005 = `
CREATE TABLE delivery (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  conversation TEXT NOT NULL REFERENCES conversation(id),
  target TEXT NOT NULL CHECK (target IN ('channel', 'desk')),
  via TEXT NOT NULL,
  entry_seq INTEGER,
  news TEXT,
  state TEXT NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'sending', 'sent', 'unknown', 'parked', 'dead')),
  since TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  not_before TEXT,
  first_tried_at TEXT,
  claimed_at TEXT,
  collected INTEGER NOT NULL DEFAULT 0,
  doubt_since TEXT,
  send_anyway INTEGER NOT NULL DEFAULT 0,
  far_id TEXT,
  why TEXT
);
INSERT INTO delivery (id, conversation, target, via, entry_seq, news, state, since, attempts, not_before, claimed_at, far_id, why)
  SELECT o.id, o.conversation, o.target, CASE o.target WHEN 'desk' THEN 'desk' ELSE c.channel END, o.entry_seq, o.news, o.state,
    coalesce(o.claimed_at, e.at, strftime('%Y-%m-%dT%H:%M:%fZ', 'now')), o.attempts, o.not_before, o.claimed_at, o.far_id, o.why
  FROM outbox o JOIN conversation c ON c.id = o.conversation
  LEFT JOIN entry e ON e.conversation = o.conversation AND e.seq = o.entry_seq ORDER BY o.id;
DROP TABLE outbox;
ALTER TABLE delivery RENAME TO outbox;
CREATE INDEX outbox_due ON outbox(via, id) WHERE state = 'new';
CREATE INDEX outbox_sending ON outbox(id) WHERE state = 'sending';
CREATE INDEX outbox_parked ON outbox(via, id) WHERE state = 'parked';
CREATE INDEX outbox_lane ON outbox(conversation, target, id) WHERE state <> 'sent';

CREATE TABLE reach_budget (
  target TEXT PRIMARY KEY,
  tokens REAL NOT NULL,
  at TEXT NOT NULL,
  held_until TEXT
);
`;
