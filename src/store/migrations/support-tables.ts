/** Wishes to be called back and surveys, in SQL that both databases read. Part of migration 009. */
export const supportTables = `
CREATE TABLE call_back (
  case_id TEXT PRIMARY KEY,
  conversation TEXT NOT NULL REFERENCES conversation(id),
  status TEXT NOT NULL,
  from_at TEXT NOT NULL,
  body TEXT NOT NULL
);
CREATE INDEX call_back_unmet ON call_back(from_at) WHERE status IN ('open', 'due');
CREATE INDEX call_back_here ON call_back(conversation);
CREATE TABLE survey (
  case_id TEXT PRIMARY KEY,
  conversation TEXT NOT NULL REFERENCES conversation(id),
  asked_at TEXT NOT NULL,
  answer TEXT,
  answered_at TEXT,
  comment TEXT,
  comment_seq BIGINT
);
CREATE INDEX survey_answers ON survey(answer);
CREATE INDEX survey_newest ON survey(answered_at) WHERE answer IS NOT NULL;
CREATE INDEX survey_here ON survey(conversation);
`;
