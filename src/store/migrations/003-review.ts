/** Utterances that were not understood, each once, with what staff made of them; in SQL that both databases read. */
export const migration003 = `
CREATE TABLE review (
  id TEXT PRIMARY KEY,
  language TEXT NOT NULL,
  utterance TEXT NOT NULL,
  guesses TEXT NOT NULL,
  times INTEGER NOT NULL,
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'labelled', 'dismissed', 'proposed')),
  label TEXT,
  agent TEXT
);
CREATE INDEX review_listed ON review(status, last_day, times);
`;
