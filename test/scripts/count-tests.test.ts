import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import { closingLine, countRun, countTests } from "../../scripts/count-tests.mjs";

const file = (status: string, ...tests: readonly string[]) => ({
  status,
  assertionResults: tests.map((test) => ({ status: test })),
});
const folder = mkdtempSync(join(tmpdir(), "ansim-count-"));
const report = (...testResults: readonly ReturnType<typeof file>[]) => {
  const path = join(folder, "report.json");
  writeFileSync(path, JSON.stringify({ testResults }));
  return path;
};

describe("counting tests", () => {
  afterAll(() => rmSync(folder, { recursive: true }));

  it("adds up all suites", () => {
    const testResults = [file("passed", "passed", "passed", "skipped"), file("failed", "failed", "passed", "todo")];
    expect(countTests({ testResults })).toEqual({ passed: 3, failed: 1, skipped: 2 });
  });

  it("counts a file that could not be read as a failure", () => {
    expect(countTests({ testResults: [file("failed")] })).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(countTests({ testResults: [file("failed", "passed", "skipped")] }).failed).toBe(1);
  });

  it("never calls a run good that ended badly or ran nothing", () => {
    expect(countRun(report(file("passed", "passed")), 0)).toEqual({ passed: 1, failed: 0, skipped: 0 });
    expect(countRun(report(file("passed", "passed")), 1)).toEqual({ passed: 1, failed: 1, skipped: 0 });
    expect(countRun(report(file("failed", "failed")), 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(countRun(report(file("passed", "skipped")), 0)).toEqual({ passed: 0, failed: 1, skipped: 1 });
    const complaints = vi.spyOn(console, "error").mockImplementation(() => {});
    expect(countRun(join(folder, "none.json"), 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(complaints).toHaveBeenCalledOnce();
    complaints.mockRestore();
  });

  it("closes with one line", () => {
    expect(closingLine({ passed: 7, failed: 0, skipped: 0 })).toBe("7 passed, 0 failed");
    expect(closingLine({ passed: 7, failed: 1, skipped: 2 })).toBe("7 passed, 1 failed, 2 skipped");
  });
});
