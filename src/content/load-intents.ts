import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { INTENTS, type Intent, isIntent } from "../core/intent.ts";
import { LANGUAGES } from "../core/language.ts";
import type { IntentContent } from "./content.ts";
import { nearCopies } from "./near-copies.ts";
import { intentFileSchema } from "./schemas.ts";
import { type ContentError, readYaml, type YamlText } from "./yaml-file.ts";

export interface LoadedIntents {
  readonly intents: ReadonlyMap<Intent, IntentContent>;
  readonly errors: readonly ContentError[];
}

interface IntentFile {
  readonly content: IntentContent;
  readonly lineOf: YamlText["lineOf"];
}

/** Reads `intents/`: exactly one file for every label of the closed list. */
export async function loadIntents(root: string): Promise<LoadedIntents> {
  const errors: ContentError[] = [];
  const files = new Map<Intent, IntentFile>();
  for (const label of INTENTS) {
    const read = await readYaml(root, fileOf(label), intentFileSchema);
    if (!read.ok) {
      errors.push(...read.errors);
      continue;
    }
    const { near_misses: nearMisses, ...rest } = read.value;
    files.set(label, { content: { ...rest, nearMisses }, lineOf: read.lineOf });
  }
  for (const name of await readdir(join(root, "intents"))) {
    if (!name.endsWith(".yaml") || !isIntent(name.slice(0, -5))) {
      errors.push({ file: `intents/${name}`, message: "is not a label of the closed list (src/core/intent.ts)" });
    }
  }
  const intents = new Map([...files].map(([label, { content }]) => [label, content]));
  return { intents, errors: [...errors, ...twice(files), ...nearlyTwice(files)] };
}

const fileOf = (label: Intent): string => `intents/${label}.yaml`;

/** The same sentence under two labels teaches nothing. */
function twice(files: ReadonlyMap<Intent, IntentFile>): readonly ContentError[] {
  const seen = new Map<string, Intent>();
  const errors: ContentError[] = [];
  for (const [label, { content, lineOf }] of files) {
    for (const language of LANGUAGES) {
      for (const [at, text] of content.examples[language].entries()) {
        const key = text.normalize("NFKC").toLowerCase();
        const other = seen.get(key);
        const message = `"${text}" is also an example of ${other}`;
        if (other !== undefined) errors.push({ file: fileOf(label), ...lineIn(lineOf, language, at), message });
        seen.set(key, label);
      }
    }
  }
  return errors;
}

/** Copies make a model look better than it is: it is measured on texts that it has all but seen. */
const nearlyTwice = (files: ReadonlyMap<Intent, IntentFile>): readonly ContentError[] =>
  [...files].flatMap(([label, { content, lineOf }]) =>
    nearCopies(content.examples).map(({ language, at, text, of }) => ({
      file: fileOf(label),
      ...lineIn(lineOf, language, at),
      message: `"${text}" is nearly the same as "${of}"`,
    })),
  );

function lineIn(lineOf: YamlText["lineOf"], language: string, at: number): { readonly line?: number } {
  const line = lineOf(["examples", language, at]);
  return line === undefined ? {} : { line };
}
