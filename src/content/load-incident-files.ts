import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { type IncidentFile, incidentFileSchema } from "./schemas.ts";
import { readYaml } from "./yaml-file.ts";

/** Folder of the packs, relative to the project. */
export const PACKS = "dialogs/incidents";

/** Names of the pack folders; one that starts with "_" is no pack. */
export const packFolders = async (root: string): Promise<readonly string[]> =>
  (await readdir(join(root, PACKS), { withFileTypes: true }))
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("_"))
    .map(({ name }) => name);

/** The head of every pack, for what needs no more of it; faulty ones are left out. */
export async function loadIncidentFiles(root: string): Promise<readonly IncidentFile[]> {
  const read = await Promise.all(
    (await packFolders(root)).map((name) => readYaml(root, `${PACKS}/${name}/incident.yaml`, incidentFileSchema)),
  );
  return read.flatMap((file) => (file.ok ? [file.value] : []));
}
