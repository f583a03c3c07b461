import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { lockFolder } from "../../src/store/lock-folder.ts";
import { openSqlite } from "../../src/store/open-sqlite.ts";
import { manualClock } from "../contract/manual-clock.ts";

describe("lockFolder", () => {
  let parent: string;
  let folder: string;
  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), "ansim-lock-"));
    folder = join(parent, "deep", "data");
  });
  afterEach(() => rm(parent, { recursive: true, force: true }));

  it("creates the folder and keeps others out until it is released", async () => {
    const first = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toMatchObject({ code: "DATA_FOLDER_IN_USE" });
    await expect(lockFolder(folder)).rejects.toThrow(folder);
    first.release();
    (await lockFolder(folder)).release();
  });

  it("is not fooled by the lock file of a process that is gone", async () => {
    (await lockFolder(folder)).release();
    expect(await readdir(folder)).toEqual(["lock.db"]);
    (await lockFolder(folder)).release();
  });

  it("says so when the folder cannot be used", async () => {
    const file = join(parent, "file");
    await writeFile(file, "");
    await expect(lockFolder(file)).rejects.toMatchObject({ code: "STORE_UNAVAILABLE" });
  });

  it("keeps a second store out and lets it in after the first was closed", async () => {
    const options = { folder, clock: manualClock() };
    const first = await openSqlite(options);
    await expect(openSqlite(options)).rejects.toMatchObject({ code: "DATA_FOLDER_IN_USE" });
    await first.close();
    await (await openSqlite(options)).close();
  });

  it("gives the lock back when the data cannot be opened", async () => {
    (await lockFolder(folder)).release();
    await writeFile(
      join(folder, "ansim.db"),
      "this is not a database, and long enough to be read as a header of one".repeat(9),
    );
    const options = { folder, clock: manualClock() };
    await expect(openSqlite(options)).rejects.toMatchObject({ code: "STORE_UNAVAILABLE" });
    await rm(join(folder, "ansim.db"));
    await (await openSqlite(options)).close();
  });
});
