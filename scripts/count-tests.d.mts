export interface TestCount {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export interface TestReport {
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

export function countTests(report: TestReport): TestCount;
export function countRun(reportFile: string, exitCode: number): TestCount;
export function closingLine(count: TestCount): string;
