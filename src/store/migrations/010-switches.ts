/** Every change of a switch, with who and why; how a switch stands is what its newest line says. */
export const migration010 = `
CREATE TABLE switch_log (
  version INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  is_off INTEGER NOT NULL CHECK (is_off IN (0, 1)),
  reason TEXT NOT NULL,
  agent TEXT NOT NULL,
  at TEXT NOT NULL
);
CREATE INDEX switch_log_named ON switch_log(name, version);
`;
