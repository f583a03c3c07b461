import type { Leases } from "./create-leases.ts";
import type { Talks } from "./create-talks.ts";
import type { SqlDriver } from "./sql-driver.ts";
import type { SwitchVersion } from "./switch-log.ts";

/** The open file, and what its one process knows by heart. */
export interface OpenTables {
  readonly db: SqlDriver;
  readonly talks: Talks;
  readonly leases: Leases;
  readonly switchVersion: SwitchVersion;
}
