import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Names everything on which the check of the content depends: every file and folder, the build, and the Node that runs it. Undefined
 * when something there is neither file nor folder. Reads some hundred small files, which is quickest one after the other.
 */
export function contentKey(root: string, builtFrom: string): string | undefined {
  const hash = createHash("sha256").update(`${builtFrom}\0${process.version}\0`);
  for (const folder of ["intents", "dialogs"]) {
    const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .map((entry) => ({ entry, path: join(entry.parentPath, entry.name) }))
      .sort((a, b) => (a.path < b.path ? -1 : 1));
    for (const { entry, path } of entries) {
      if (!entry.isFile() && !entry.isDirectory()) return undefined;
      const bytes = entry.isFile() ? readFileSync(path) : Buffer.alloc(0);
      hash.update(`${path.slice(root.length)}\0${entry.isFile() ? bytes.length : "folder"}\0`).update(bytes);
    }
  }
  return hash.digest("hex");
}
