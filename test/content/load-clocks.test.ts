import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadClocks } from "../../src/content/load-clocks.ts";
import { projectRoot } from "../../src/project-root.ts";

const FILE = "dialogs/hand-off/clocks.yaml";

describe("loadClocks", () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), "ansim-clocks-"));
    await cp(join(projectRoot, FILE), join(root, FILE));
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  const withChange = async (from: string, to: string) => {
    const before = await readFile(join(root, FILE), "utf8");
    expect(before).toContain(from);
    await writeFile(join(root, FILE), before.replace(from, to));
    const loaded = await loadClocks(root);
    return loaded.ok ? [] : loaded.errors.map(({ message }) => message);
  };

  it("takes the file that is shipped", async () => {
    expect(await loadClocks(projectRoot)).toMatchObject({ ok: true, value: { deskMinutes: { firstReply: 15 } } });
  });

  it.each([
    ["first_reply: 15", "first_reply: 0", /first_reply/],
    ["first_reply: 15", "first_reply: soon", /first_reply/],
    ["first_reply: 15", "first_replies: 15", /first_repl/],
    ["propose_close: 540", "propose_close: 120", /propose_close must be longer/],
    ["question_expiry: 1440", "question_expiry: 30", /question_expiry must be longer/],
    ["seconds: 10", "seconds: 61", /undo/],
    ["cases_at_most: 20", "cases_at_most: 3", /less than/],
  ])("refuses %s as %s", async (from, to, fault) => {
    expect((await withChange(from, to)).join()).toMatch(fault);
  });
});
