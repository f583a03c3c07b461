/**
 * Words and records stand in the order in which they were written, beside a small index. As one tree in the order of conversations
 * every row dirtied pages of its own, some of them for the part of a long text that does not fit there.
 */
export const migration012 = `
CREATE TABLE entry_in_order (
  conversation TEXT NOT NULL REFERENCES conversation(id),
  seq INTEGER NOT NULL,
  at TEXT NOT NULL,
  body TEXT NOT NULL
);
INSERT INTO entry_in_order SELECT conversation, seq, at, body FROM entry ORDER BY at, conversation, seq;
DROP TABLE entry;
ALTER TABLE entry_in_order RENAME TO entry;
CREATE UNIQUE INDEX entry_place ON entry(conversation, seq);
CREATE TABLE turn_in_order (
  conversation TEXT NOT NULL REFERENCES conversation(id),
  seq INTEGER NOT NULL,
  at TEXT NOT NULL,
  outcome TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  understanding TEXT,
  basis TEXT NOT NULL,
  audit TEXT
);
INSERT INTO turn_in_order SELECT conversation, seq, at, outcome, content_hash, understanding, basis, audit FROM turn
  ORDER BY at, conversation, seq;
DROP TABLE turn;
ALTER TABLE turn_in_order RENAME TO turn;
CREATE UNIQUE INDEX turn_place ON turn(conversation, seq);
-- Leases end with the process that took them and are not written down.
DROP INDEX conversation_leased;
UPDATE conversation SET lease_until = NULL WHERE lease_until IS NOT NULL;
`;
