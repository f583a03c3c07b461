import { execFile } from "node:child_process";
import { describe, expect, it } from "vitest";
import { projectRoot } from "../../src/project-root.ts";
import { obtainPostgres } from "../setup/obtain-postgres.ts";

/** Far longer than a run takes: a machine may be slow, and only what arrives is judged here. */
const AT_MOST_MS = 900_000;
const hasPostgres = process.env.CI === "true" || typeof obtainPostgres() !== "string";

/** The command's exit code and its one JSON line. */
const runChaos = (args: readonly string[]): Promise<{ readonly code: number; readonly report: unknown }> =>
  new Promise((resolve, reject) => {
    const ends = { cwd: projectRoot, timeout: AT_MOST_MS - 30_000 };
    execFile(process.execPath, ["scripts/chaos.mjs", ...args], ends, (error, stdout, stderr) => {
      const code = Number(error?.code ?? 0);
      if (stdout === "") reject(new Error(`no report, exit code ${code}:\n${stderr}`));
      else resolve({ code, report: JSON.parse(stdout) });
    });
  });

const KEPT = { lost: 0, duplicated: 0, reordered: 0, strange: 0, crashes: 0, refused: 0 };

describe("servers that are killed and frozen under 22 % of failing calls", () => {
  it.runIf(hasPostgres)(
    "keep every accepted message of 1,000 customers on PostgreSQL, once and in order",
    { timeout: AT_MOST_MS },
    async () => {
      const args = ["--conversations", "1000", "--store", "postgres", "--channels", "web-chat,bot-framework"];
      const { code, report } = await runChaos(args);
      expect(report).toMatchObject({ ...KEPT, accepted: 4_000 });
      expect(code).toBe(0);
    },
  );

  it("keep every accepted message of 200 customers on SQLite, once and in order", { timeout: AT_MOST_MS }, async () => {
    const args = ["--conversations", "200", "--channels", "web-chat,bot-framework", "--seed", "2"];
    const { code, report } = await runChaos(args);
    expect(report).toMatchObject({ ...KEPT, accepted: 800 });
    expect(code).toBe(0);
  });
});
