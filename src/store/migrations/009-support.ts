import { supportTables } from "./support-tables.ts";

/**
 * What leaves the desk: deliveries to live support, wishes to be called back, and surveys of closed cases.
 * SQLite changes no check of a column, so the outbox is written anew.
 */
export const migration009 = `
CREATE TABLE delivery (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  conversation TEXT NOT NULL REFERENCES conversation(id),
  target TEXT NOT NULL CHECK (target IN ('channel', 'desk', 'support')),
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
INSERT INTO delivery (id, conversation, target, via, entry_seq, news, state, since, attempts, not_before, first_tried_at,
    claimed_at, collected, doubt_since, send_anyway, far_id, why)
  SELECT id, conversation, target, via, entry_seq, news, state, since, attempts, not_before, first_tried_at,
    claimed_at, collected, doubt_since, send_anyway, far_id, why FROM outbox ORDER BY id;
DROP TABLE outbox;
ALTER TABLE delivery RENAME TO outbox;
CREATE INDEX outbox_due ON outbox(via, id) WHERE state = 'new';
CREATE INDEX outbox_sending ON outbox(id) WHERE state = 'sending';
CREATE INDEX outbox_parked ON outbox(via, id) WHERE state = 'parked';
CREATE INDEX outbox_lane ON outbox(conversation, target, id) WHERE state <> 'sent';
CREATE INDEX outbox_undelivered ON outbox(via, state, since) WHERE state <> 'sent';
${supportTables}`;
