import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { root } from "../../scripts/build.mjs";

/** A file of the project; `path` is relative to its root, with `/`. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** What is made by running the project, or brought by npm or git: never part of it. */
const NOT_OURS = /^(\.git|node_modules|dist|dist\..*|data|\.cache|coverage|\.env|.*\.log)$/;
const BINARY = /\.(png|jpe?g|ico|woff2?|gz|br|tgz)$/;

function* walk(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (NOT_OURS.test(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(path);
    else if (entry.isFile()) yield path;
  }
}

/** Every text file of the project, read once. */
export const projectFiles: readonly SourceFile[] = [...walk(root)]
  .filter((path) => !BINARY.test(path))
  .map((path) => ({ path: relative(root, path).split(sep).join("/"), text: readFileSync(path, "utf8") }))
  .sort((a, b) => (a.path < b.path ? -1 : 1));

/** TypeScript of the program itself. */
export const programFiles: readonly SourceFile[] = projectFiles.filter(({ path }) =>
  /^(src|dialogs)\/.*\.ts$/.test(path),
);

/** One file of the project by its path. */
export function projectFile(path: string): SourceFile {
  const file = projectFiles.find((candidate) => candidate.path === path);
  if (file === undefined) throw new Error(`No file ${path}`);
  return file;
}
