import type { IncidentFile } from "./schemas.ts";

/** What tells the pack's own incident from those of other companies and years. */
export const ownIncident = ({ names, company, covers_from }: IncidentFile) => ({
  names: [...names.ko, ...names.en, company.ko, company.en],
  year: Number(covers_from.slice(0, 4)),
});
