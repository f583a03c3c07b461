/** Where each case is on the desk, and which case is at a place; in SQL that both databases read. */
export const migration007 = `
CREATE TABLE desk_place (
  case_id TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  body TEXT NOT NULL
);
CREATE TABLE desk_place_name (
  place TEXT PRIMARY KEY,
  case_id TEXT NOT NULL
);
`;
