/** The first minor release of each line whose `node:sqlite` loads without an ExperimentalWarning. */
const FIRST_QUIET: Readonly<Record<number, number>> = { 24: 15, 25: 7 };
const QUIET_SINCE_MAJOR = 26;

/** Whether a Node of this version (`24.21.0`) has an SQLite that it does not call experimental. */
export function hasQuietSqlite(version: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const firstQuiet = FIRST_QUIET[major];
  return major >= QUIET_SINCE_MAJOR || (firstQuiet !== undefined && minor >= firstQuiet);
}
