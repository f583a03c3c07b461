/** The chaos run, or `--fuzz`, as a command: `npm run -s chaos`. Prints one JSON line; ends with 1 when a promise was broken. */
import { join } from "node:path";
import { type FuzzReport, fuzzServer } from "../fuzz/fuzz-server.ts";
import { readOptions, USAGE } from "./chaos-options.ts";
import type { DeskReport } from "./judge-desk.ts";
import type { Report } from "./report.ts";
import { runChaos } from "./run-chaos.ts";

const HEAP_GROWTH_MB = 50;

const started = performance.now();
const say = (text: string): void => {
  process.stderr.write(`${((performance.now() - started) / 1_000).toFixed(1).padStart(6)} s  ${text}\n`);
};

for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));

try {
  const options = readOptions(process.argv.slice(2));
  const { fuzz, seed, store } = options;
  const program = join(import.meta.dirname, "../../src/main.js");
  const report = fuzz === undefined ? await runChaos(options, program, say) : await fuzzServer(fuzz, seed, store);
  process.stdout.write(`${JSON.stringify(report)}\n`);
  process.exitCode = ("lost" in report ? keptPromises(report) : isUnharmed(report)) ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n${USAGE}\n`);
  process.exitCode = 2;
}

function keptPromises({ lost, duplicated, reordered, strange, crashes, desk }: Report): boolean {
  return lost + duplicated + reordered + strange + crashes + (desk === undefined ? 0 : brokenAt(desk)) === 0;
}

function brokenAt({ toStaff, toCustomers, doubledCards, leakedNotes, identifiers, markup }: DeskReport): number {
  const words = [toStaff, toCustomers].reduce((sum, one) => sum + one.lost + one.duplicated + one.reordered, 0);
  const told = Object.values(identifiers).reduce((sum, count) => sum + count, 0);
  return words + told + doubledCards + leakedNotes + markup;
}

function isUnharmed({
  crashes,
  unanswered,
  serverErrors,
  overOneSecond,
  overPatience,
  heapGrowthMb,
}: FuzzReport): boolean {
  const harm = crashes + unanswered + Object.keys(serverErrors).length + overOneSecond + overPatience;
  return harm === 0 && heapGrowthMb < HEAP_GROWTH_MB;
}
