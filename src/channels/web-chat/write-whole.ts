import { rename, writeFile } from "node:fs/promises";

/** Another process may do the same at the same moment; a file is either whole or absent. */
export async function writeWhole(path: string, bytes: Buffer): Promise<void> {
  const draft = `${path}.${process.pid}.part`;
  await writeFile(draft, bytes);
  await rename(draft, path);
}
