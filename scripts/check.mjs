// Everything that CI checks: `npm run check`. Each step runs even when one before it failed, so that one run shows all.
import { closingLine } from "./count-tests.mjs";
import { runNode, runTool } from "./run-tool.mjs";
import { runTests } from "./test.mjs";

// Biome colours letter by letter when CI is set, which no log can be read through.
const colours = process.stdout.isTTY ? [] : ["--colors=off"];

const STEPS = [
  ["format and lint", () => runTool("@biomejs/biome", "biome", ["ci", ".", ...colours])],
  ["types", () => runTool("typescript", "tsc", ["--noEmit"])],
  ["unused", () => runTool("knip", "knip", [])],
  ["content", () => runNode(["scripts/run.mjs", "cli/content", "check"])],
];

async function timed(name, run) {
  console.log(`\n== ${name}`);
  const start = performance.now();
  const result = await run();
  return { name, result, seconds: ((performance.now() - start) / 1000).toFixed(1) };
}

const done = [];
for (const [name, run] of STEPS) {
  const { result: code, ...step } = await timed(name, run);
  done.push({ ...step, ok: code === 0 });
}
const { result: count, ...step } = await timed("tests", runTests);
done.push({ ...step, ok: count.failed === 0 });

console.log("\n== summary");
for (const { name, ok, seconds } of done) {
  console.log(`${ok ? "ok    " : "FAILED"}  ${name.padEnd(16)} ${seconds.padStart(6)} s`);
}
process.exitCode = done.every(({ ok }) => ok) ? 0 : 1;
console.log(closingLine(count));
