/**
 * Conversations have numbers, and words stand in the order of number and place: what is read together stands together, what is
 * written lately, too, and no index is needed. Records stand in the order of writing beside a small index. Before, both were
 * trees by the conversation's id, in which a long text cost pages of its own.
 */
export const migration012 = `
ALTER TABLE conversation ADD COLUMN number INTEGER;
UPDATE conversation SET number = rowid;
CREATE UNIQUE INDEX conversation_number ON conversation(number);
CREATE TABLE entry_in_order (
  id INTEGER PRIMARY KEY,
  conversation TEXT NOT NULL REFERENCES conversation(id),
  seq INTEGER NOT NULL,
  at TEXT NOT NULL,
  body TEXT NOT NULL
);
INSERT INTO entry_in_order SELECT c.number * 1048576 + e.seq AS id, e.conversation, e.seq, e.at, e.body
  FROM entry e JOIN conversation c ON c.id = e.conversation ORDER BY 1;
DROP TABLE entry;
ALTER TABLE entry_in_order RENAME TO entry;
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
