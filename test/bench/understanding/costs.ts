import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { LANGUAGES, type Language } from "../../../src/core/language.ts";
import { loadClassifier, type Models, obtainModels, type SampleSet } from "../../../src/understanding/index.ts";
import { installed } from "../../setup/installed.ts";
import { type Line, rounded } from "./compare.ts";
import type { Loaded } from "./loaded-child.ts";

const RUNS = 3;
const MIB = 2 ** 20;

const child = fileURLToPath(new URL("./loaded-child.js", import.meta.url));
const ownIndex = fileURLToPath(new URL("../../../src/understanding/index.js", import.meta.url));

export interface Shipped {
  readonly models: Models;
  readonly lines: readonly Line[];
}

/** Trains the shipped models in an empty folder and measures what they cost. */
export async function shippedCosts(set: SampleSet, scratch: string): Promise<Shipped> {
  const root = mkdtempSync(join(scratch, "models-"));
  const start = performance.now();
  const models = await obtainModels({ ...set, root });
  const seconds = (performance.now() - start) / 1000;
  return {
    models,
    lines: [
      { part: "costs", of: "training both shipped models, side by side", wallSeconds: rounded(seconds) },
      ...LANGUAGES.map((language) => modelCosts(language, models, scratch)),
    ],
  };
}

function modelCosts(language: Language, models: Models, scratch: string): Line {
  const bytes = models[language].save();
  const file = join(scratch, `${language}.bin`);
  writeFileSync(file, bytes);
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    loadClassifier(bytes);
    return performance.now() - start;
  });
  const { rss, rssBefore } = load([file]);
  return {
    part: "costs",
    of: `the shipped model, ${language}`,
    modelBytes: bytes.length,
    loadMs: rounded(Math.min(...times)),
    rssMiB: rounded((rss - rssBefore) / MIB),
    processMiB: rounded(rss / MIB),
  };
}

/** What importing costs, in a process of its own: ours, natural as its manual says, and NLP.js with Korean. */
export function importCosts(): readonly Line[] {
  const { resolve } = createRequire(import.meta.url);
  const peers = createRequire(join(installed("test/bench/peers"), "package.json"));
  const own = importCost([ownIndex]);
  const imports = {
    own,
    "natural, its root": importCost([resolve("natural")]),
    "nlp.js with Korean": importCost([peers.resolve("@nlpjs/nlp"), peers.resolve("@nlpjs/lang-ko")]),
  };
  return Object.entries(imports).map(([engine, cost]) => ({
    part: "costs",
    of: "importing",
    engine,
    importMs: rounded(cost.ms),
    rssMiB: rounded((cost.rss - cost.rssBefore) / MIB),
    strangersLoaded: cost.strangers,
    linesPrinted: cost.printed,
    ...(cost === own ? {} : { ownToPeer: { importMs: rounded(own.ms / cost.ms) } }),
  }));
}

const importCost = (files: readonly string[]): Loaded =>
  Array.from({ length: RUNS }, () => load(files)).reduce((best, run) => (run.ms < best.ms ? run : best));

function load(files: readonly string[]): Loaded {
  const stdout = execFileSync(process.execPath, ["--expose-gc", child, ...files], {
    cwd: fileURLToPath(new URL(".", import.meta.url)),
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const lines = stdout.split("\n").filter((line) => line.trim() !== "");
  return { ...JSON.parse(lines.at(-1) ?? ""), printed: lines.length - 1 };
}
