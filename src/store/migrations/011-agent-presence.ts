/** Whether each member of staff takes cases now; in SQL that both databases read. */
export const migration011 = `
CREATE TABLE agent_presence (
  agent TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  away INTEGER NOT NULL,
  since TEXT NOT NULL
);
`;
