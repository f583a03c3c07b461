/** The newest fault of the desk, in one row; in SQL that both databases read. */
export const migration013 = `
CREATE TABLE desk_fault (
  name TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  body TEXT NOT NULL
);
`;
