// Counts from vitest's JSON report.
import { readFileSync } from "node:fs";

/** `{ passed, failed, skipped }` over all files; a file that could not even be read counts as one failure. */
export function countTests(report) {
  const count = { passed: 0, failed: 0, skipped: 0 };
  for (const file of report.testResults) {
    for (const { status } of file.assertionResults) {
      if (status === "passed") count.passed++;
      else if (status === "failed") count.failed++;
      else count.skipped++;
    }
    const blamed = file.assertionResults.some(({ status }) => status === "failed");
    if (file.status === "failed" && !blamed) count.failed++;
  }
  return count;
}

/** Counts of a finished run. A run that failed in another way (no report, an error outside the tests) is one failure. */
export function countRun(reportFile, exitCode) {
  let count = { passed: 0, failed: 0, skipped: 0 };
  try {
    count = countTests(JSON.parse(readFileSync(reportFile, "utf8")));
  } catch (error) {
    console.error(`No report of the tests: ${error.message}`);
  }
  const ranNothing = count.passed + count.failed === 0;
  return (exitCode !== 0 || ranNothing) && count.failed === 0 ? { ...count, failed: 1 } : count;
}

export const closingLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
