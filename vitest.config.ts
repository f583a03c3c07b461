import { defineConfig } from "vitest/config";

const ON_POSTGRES = ["test/postgres/**/*.test.ts"];
const SLOW = ["test/faults/**/*.test.ts", "test/e2e/**/*.test.ts"];

export default defineConfig({
  test: {
    watch: false,
    pool: "forks",
    maxWorkers: 2,
    reporters: ["default", "json"],
    outputFile: { json: process.env.TEST_REPORT ?? ".cache/test-report.json" },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: [...SLOW, ...ON_POSTGRES],
          globalSetup: ["test/setup/built.ts"],
          testTimeout: 20_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        // A server is started for these, and only if one of them runs.
        extends: true,
        test: {
          name: "postgres",
          include: ON_POSTGRES,
          globalSetup: ["test/setup/postgres.ts"],
          testTimeout: 20_000,
          expect: { poll: { timeout: 10_000 } },
          sequence: { groupOrder: 0 },
        },
      },
      {
        // Real processes and browsers: one file at a time, after the others.
        extends: true,
        test: {
          name: "faults",
          include: SLOW,
          globalSetup: ["test/setup/built.ts", "test/setup/chromium.ts"],
          fileParallelism: false,
          testTimeout: 90_000,
          hookTimeout: 90_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
