// Builds and runs every test: `npm test`. Arguments go to vitest: `npm test -- test/store`. The closing line counts all suites.
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ensureBuilt, root } from "./build.mjs";
import { closingLine, countRun } from "./count-tests.mjs";
import { runTool } from "./run-tool.mjs";

/** Runs the tests and returns their counts. */
export async function runTests(args = []) {
  const folder = join(root, ".cache");
  const report = join(folder, `test-report-${process.pid}.json`);
  mkdirSync(folder, { recursive: true });
  try {
    ensureBuilt();
    const code = await runTool("vitest", "vitest", ["run", ...args], { TEST_REPORT: report });
    return countRun(report, code);
  } catch (error) {
    console.error(error.message);
    return countRun(report, 1);
  } finally {
    rmSync(report, { force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const count = await runTests(process.argv.slice(2));
  process.exitCode = count.failed > 0 ? 1 : 0;
  console.log(closingLine(count));
}
