import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { INTENTS, type Intent, isIntent } from "../core/intent.ts";
import { Collect } from "./collect.ts";
import type { IntentContent } from "./content.ts";
import { intentFileSchema } from "./schemas.ts";
import type { ContentError } from "./yaml-file.ts";
import { readYaml } from "./yaml-file.ts";

export interface LoadedIntents {
  readonly intents: ReadonlyMap<Intent, IntentContent>;
  readonly errors: readonly ContentError[];
}

/** Reads `intents/`: exactly one file for every label of the closed list. */
export async function loadIntents(root: string): Promise<LoadedIntents> {
  const collect = new Collect();
  const intents = new Map<Intent, IntentContent>();
  for (const label of INTENTS) {
    const file = collect.take(await readYaml(root, `intents/${label}.yaml`, intentFileSchema));
    if (file === undefined) continue;
    const { near_misses: nearMisses, ...rest } = file;
    intents.set(label, { ...rest, nearMisses });
  }
  for (const name of await readdir(join(root, "intents"))) {
    if (!name.endsWith(".yaml") || !isIntent(name.slice(0, -5))) {
      collect.errors.push({
        file: `intents/${name}`,
        message: "is not a label of the closed list (src/core/intent.ts)",
      });
    }
  }
  return { intents, errors: [...collect.errors, ...twice(intents)] };
}

/** The same sentence under two labels teaches nothing. */
function twice(intents: ReadonlyMap<Intent, IntentContent>): readonly ContentError[] {
  const seen = new Map<string, Intent>();
  const errors: ContentError[] = [];
  for (const [label, { examples }] of intents) {
    for (const text of [...examples.ko, ...examples.en]) {
      const other = seen.get(text.normalize("NFKC").toLowerCase());
      if (other !== undefined) {
        errors.push({ file: `intents/${label}.yaml`, message: `"${text}" is also an example of ${other}` });
      }
      seen.set(text.normalize("NFKC").toLowerCase(), label);
    }
  }
  return errors;
}
