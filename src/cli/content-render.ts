import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import type { Content } from "../content/content.ts";
import { readGolden } from "../content/review/golden-table.ts";
import { type Files, reviewFiles } from "../content/review/review-files.ts";
import { changeText, semanticDiff } from "../content/review/semantic-diff.ts";

const FOLDER = "docs/policies";

/** What is in `docs/policies/` now. */
export async function readReview(root: string): Promise<Files> {
  const folder = join(root, FOLDER);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    await Promise.all(
      files
        .sort()
        .map(async (file) => [relative(folder, file).split(sep).join("/"), await readFile(file, "utf8")] as const),
    ),
  );
}

/** Files of `docs/policies/` that are not what the policies say now. */
export function staleFiles(content: Content, now: Files): readonly string[] {
  const wanted = reviewFiles(content, now);
  return [...new Set([...wanted.keys(), ...now.keys()])]
    .filter((path) => wanted.get(path) !== now.get(path))
    .map((path) => `${FOLDER}/${path}`);
}

/** Writes the legal review, and returns what it changed: files, and verdicts of versions that were there before. */
export async function renderReview(root: string, content: Content): Promise<readonly string[]> {
  const now = await readReview(root);
  const wanted = reviewFiles(content, now);
  const stale = staleFiles(content, now);
  for (const path of stale.map((file) => file.slice(FOLDER.length + 1))) {
    const file = join(root, FOLDER, path);
    const text = wanted.get(path);
    await mkdir(dirname(file), { recursive: true });
    await (text === undefined ? rm(file) : writeFile(file, text));
  }
  return [...stale, ...changedVerdicts(now, wanted)];
}

function changedVerdicts(before: Files, after: Files): readonly string[] {
  return [...after].flatMap(([path, text]) => {
    const old = before.get(path);
    if (!path.endsWith(".golden.json") || old === undefined || old === text) return [];
    return semanticDiff(readGolden(old), readGolden(text)).map((change) => `${path}: ${changeText(change)}`);
  });
}
