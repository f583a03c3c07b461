import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { type Intent, isIntent } from "../../src/core/intent.ts";
import { projectRoot } from "../../src/project-root.ts";
import type { IntentTexts } from "../../src/understanding/index.ts";
import { obtainModels, toSamples } from "../../src/understanding/index.ts";

export const root = `${projectRoot}/`;

/** The files of `intents/`, as they are. */
export function readIntents(): ReadonlyMap<Intent, IntentTexts> {
  const intents = new Map<Intent, IntentTexts>();
  for (const name of readdirSync(`${root}intents`).sort()) {
    const label = name.replace(/\.yaml$/, "");
    if (!isIntent(label)) throw new Error(`${name} is no label`);
    const file = parse(readFileSync(`${root}intents/${name}`, "utf8"));
    intents.set(label, { label: file.label, examples: file.examples, nearMisses: file.near_misses ?? [] });
  }
  return intents;
}

export const shipped = toSamples(readIntents());

/** Trained once for all tests of this folder, and for the program. */
export const shippedModels = () => obtainModels({ ...shipped, root });
