/** Every change of a switch, with who and why; how a switch stands is what its newest line says. */
export const postgresMigration010 = `
CREATE TABLE switch_log (
  version integer PRIMARY KEY,
  name text NOT NULL,
  is_off integer NOT NULL CHECK (is_off IN (0, 1)),
  reason text NOT NULL,
  agent text NOT NULL,
  at timestamptz NOT NULL DEFAULT store_now()
);
CREATE INDEX switch_log_named ON switch_log(name, version);
`;
