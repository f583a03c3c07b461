import { AppError } from "../core/app-error.ts";
import type { Content } from "./content.ts";
import { contentKey } from "./content-key.ts";
import { keepProven, readProven } from "./proven-content.ts";

/**
 * All of `intents/` and `dialogs/`, read and checked; faults stop the program. What this very build has checked before and nobody has
 * changed since comes from `.cache/content`; without `builtFrom` everything is checked anew. `root` is the project folder.
 */
export async function loadContent(root: string, builtFrom?: string): Promise<Content> {
  const key = builtFrom === undefined ? undefined : contentKey(root, builtFrom);
  const proven = key === undefined ? undefined : await readProven(root, key);
  if (proven !== undefined) return proven;
  const content = await checkedContent(root);
  // A file that was changed in the meantime has not been checked.
  if (builtFrom !== undefined && key !== undefined && contentKey(root, builtFrom) === key) {
    await keepProven(root, key, content);
  }
  return content;
}

/** The check and its libraries are large; a start from the cache does without them. */
async function checkedContent(root: string): Promise<Content> {
  const { formatErrors, readContent } = await import("./read-content.ts");
  const read = await readContent(root);
  if (read.ok) return read.content;
  throw new AppError("CONTENT_INVALID", `The content has ${read.errors.length} faults:\n${formatErrors(read.errors)}`);
}
