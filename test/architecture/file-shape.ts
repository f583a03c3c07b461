import type { SourceFile } from "./source-file.ts";
import { withoutComments } from "./without-comments.ts";

const MAX_LINES = 250;
/** A style sheet is a list with one declaration a line: looked things up in, not read through. */
const MAX_STYLE_LINES = 400;
const ALLOWED_BARRELS = ["src/understanding/index.ts"];
const EMPTY_WORDS = /(?:^|-)(utils?|helpers?|common|managers?|services?|base)(?:-|$)/;

/** Program files too long to be read at once. */
export const longFiles = (files: readonly SourceFile[]): readonly string[] =>
  files
    .map(({ path, text }) => ({
      path,
      lines: text.trimEnd().split("\n").length,
      allowed: path.endsWith(".css") ? MAX_STYLE_LINES : MAX_LINES,
    }))
    .filter(({ lines, allowed }) => lines > allowed)
    .map(({ path, lines, allowed }) => `${path}: ${lines} lines, ${allowed} allowed`);

const onlyReExports = (text: string): boolean => {
  const code = withoutComments(text).trim();
  const rest = code.replace(/^\s*(?:import|export)\s[\w$*\s{},]*?\bfrom\s*["'][^"']+["'];?/gm, "");
  return code !== "" && /^\s*export\s/m.test(code) && rest.trim() === "";
};

/** Files that only pass on what others export: they hide who needs whom. */
export const barrels = (files: readonly SourceFile[]): readonly string[] =>
  files
    .filter(({ path, text }) => !ALLOWED_BARRELS.includes(path) && (/\/index\.ts$/.test(path) || onlyReExports(text)))
    .map(({ path }) => `${path}: a barrel`);

/** Files and folders whose name says nothing about what is inside. */
export const emptyNames = (files: readonly SourceFile[]): readonly string[] =>
  files
    .filter(({ path }) => path.split("/").some((part) => EMPTY_WORDS.test(part.replace(/\..*$/, ""))))
    .map(({ path }) => `${path}: name it after what it does`);
