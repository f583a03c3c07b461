/** Timers of conversations, as in SQLite. */
export const postgresMigration006 = `
CREATE TABLE timer (
  conversation text NOT NULL REFERENCES conversation(id),
  name text NOT NULL,
  number bigint NOT NULL,
  due_at timestamptz NOT NULL,
  PRIMARY KEY (conversation, name)
);
CREATE INDEX timer_due ON timer(due_at);
ALTER TABLE desk_case ADD COLUMN claimed_at timestamptz;
CREATE INDEX desk_case_claimed ON desk_case(claimed_at) WHERE claimed_at IS NOT NULL;
CREATE INDEX desk_case_queued ON desk_case(opened_at) WHERE status = 'queued';
`;
