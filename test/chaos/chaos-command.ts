/** The chaos run as a command: `npm run -s chaos`. Prints one JSON line; ends with 1 when a promise was broken. */
import { join } from "node:path";
import { readOptions, USAGE } from "./chaos-options.ts";
import { runChaos } from "./run-chaos.ts";

const started = performance.now();
const say = (text: string): void => {
  process.stderr.write(`${((performance.now() - started) / 1_000).toFixed(1).padStart(6)} s  ${text}\n`);
};

try {
  const options = readOptions(process.argv.slice(2));
  const report = await runChaos(options, join(import.meta.dirname, "../../src/main.js"), say);
  process.stdout.write(`${JSON.stringify(report)}\n`);
  const { lost, duplicated, reordered, strange, crashes } = report;
  process.exitCode = lost + duplicated + reordered + strange + crashes === 0 ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n${USAGE}\n`);
  process.exitCode = 2;
}
