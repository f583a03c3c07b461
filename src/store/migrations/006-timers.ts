/** Timers of conversations, at most one of a name; a timer that is due becomes an arrival and its row goes. */
export const migration006 = `
CREATE TABLE timer (
  conversation TEXT NOT NULL REFERENCES conversation(id),
  name TEXT NOT NULL,
  number INTEGER NOT NULL,
  due_at TEXT NOT NULL,
  PRIMARY KEY (conversation, name)
) WITHOUT ROWID;
CREATE INDEX timer_due ON timer(due_at);
ALTER TABLE desk_case ADD COLUMN claimed_at TEXT;
CREATE INDEX desk_case_claimed ON desk_case(claimed_at) WHERE claimed_at IS NOT NULL;
CREATE INDEX desk_case_queued ON desk_case(opened_at) WHERE status = 'queued';
`;
