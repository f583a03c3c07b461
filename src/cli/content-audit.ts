import { loadContent } from "../content/load-content.ts";
import { sha256 } from "../content/sha256.ts";
import { shippedPolicies } from "../content/shipped-policies.ts";
import { AppError } from "../core/app-error.ts";
import { type Audits, openAudits } from "../store/open-audits.ts";
import { openPostgresAudits } from "../store/postgres/open-postgres-audits.ts";
import { type AuditReport, auditStore } from "./audit-store.ts";
import type { Printed } from "./printed.ts";

/** `npm run content -- audit`: decides all that was decided again, without touching the data. */
export const auditFolder = (root: string, folder: string): Promise<Printed> => audit(root, () => openAudits(folder));

/** The same for a PostgreSQL. */
export const auditDatabase = (root: string, url: string): Promise<Printed> =>
  audit(root, () => openPostgresAudits(url));

async function audit(root: string, open: () => Promise<Audits>): Promise<Printed> {
  const shipped = shippedPolicies(await loadContent(root));
  try {
    const audits = await open();
    try {
      return printed(auditStore(audits.all(), { shipped, sha256 }));
    } finally {
      audits.close();
    }
  } catch (error) {
    if (error instanceof AppError) return { code: 1, text: `${error.message}\n` };
    throw error;
  }
}

function printed({ conversations, records, same, heads, faults }: AuditReport): Printed {
  const lines = faults.map(
    ({ conversation, seq, code, message }) =>
      `${code}  ${conversation}${seq === undefined ? "" : `:${seq}`}  ${message}`,
  );
  const sum = `${records} records of ${conversations} conversations: ${same} replay to the same verdict, ${faults.length} faults`;
  return { code: faults.length === 0 ? 0 : 1, text: [...lines, sum, `heads ${heads}`, ""].join("\n") };
}
