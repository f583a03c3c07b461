import type { DeskHours } from "./content.ts";
import { hoursFileSchema } from "./schemas.ts";
import type { Parsed } from "./yaml-file.ts";
import { readYaml } from "./yaml-file.ts";

const FILE = "dialogs/hand-off/hours.yaml";

/** Reads when people answer. */
export async function loadHours(root: string): Promise<Parsed<DeskHours>> {
  const parsed = await readYaml(root, FILE, hoursFileSchema);
  if (!parsed.ok) return parsed;
  const { week, holidays, words } = parsed.value;
  const days = [week.sunday, week.monday, week.tuesday, week.wednesday, week.thursday, week.friday, week.saturday];
  const reversed = days.flat().filter(({ from, to }) => from >= to);
  if (reversed.length > 0) {
    return {
      ok: false,
      errors: reversed.map(({ from, to }) => ({ file: FILE, message: `${from} is not before ${to}` })),
    };
  }
  if (days.every((day) => day.length === 0)) {
    return { ok: false, errors: [{ file: FILE, message: "the desk never opens" }] };
  }
  return { ok: true, value: { plan: { week: { ...days }, holidays: new Set(Object.keys(holidays)) }, words } };
}
