import { posix } from "node:path";
import type { SourceFile } from "./source-file.ts";

const NAMED = /`((?:src|dialogs|intents|test|scripts|docs|\.ci)\/[\w./-]*[\w/-])`/g;
const LINKED = /\]\((?![a-z]+:|#)([^)\s#]+)/g;

/** Paths that a document names in backticks or links to, and that do not exist. `exists` also knows folders. */
export const missingPaths = (documents: readonly SourceFile[], exists: (path: string) => boolean): readonly string[] =>
  documents.flatMap(({ path, text }) => {
    const named = [...text.matchAll(NAMED)].map(([, to = ""]) => to);
    const linked = [...text.matchAll(LINKED)].map(([, to = ""]) => posix.join(posix.dirname(path), to));
    return [...named, ...linked].filter((to) => !exists(to)).map((to) => `${path}: ${to}`);
  });
