import { staleReplies } from "../content/check-replies.ts";
import { formatErrors, readContent } from "../content/read-content.ts";
import { readReview, staleFiles } from "./content-render.ts";
import type { Printed } from "./printed.ts";

/** `npm run content -- check`: every fault of intents/ and dialogs/, and whether the legal review is up to date. */
export async function checkContent(root: string): Promise<Printed> {
  const read = await readContent(root);
  if (!read.ok) return { code: 1, text: `${read.errors.length} faults\n${formatErrors(read.errors)}\n` };
  const stale = staleFiles(read.content, await readReview(root));
  if (stale.length > 0) {
    const files = stale.map((file) => `  ${file}`).join("\n");
    return {
      code: 1,
      text: `${stale.length} files are not what the policies say: npm run content -- render\n${files}\n`,
    };
  }
  const again = [...read.content.packs.values()].flatMap((pack) =>
    staleReplies(pack).map((told) => `  dialogs/incidents/${pack.incident.id}/replies.yaml  ${told}`),
  );
  if (again.length > 0) {
    const head = `${again.length} approved replies need a person's look; until then desks do not offer them`;
    return { code: 1, text: `${head}\n${again.join("\n")}\n` };
  }
  const { intents, packs, hash } = read.content;
  const answers = [...packs.values()].reduce((sum, pack) => sum + [...pack.answers.values()].flat().length, 0);
  const text = `${intents.size} intents, ${packs.size} packs, ${answers} answers: no faults (${hash.slice(0, 12)})\n`;
  return { code: 0, text };
}
