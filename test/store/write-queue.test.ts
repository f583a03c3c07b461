import { describe, expect, it } from "vitest";
import { openDriver } from "../../src/store/open-driver.ts";
import type { SqlDriver } from "../../src/store/sql-driver.ts";
import { createWriteQueue, MOST_WAITING } from "../../src/store/write-queue.ts";

const INSERT = "INSERT INTO word (text) VALUES (?)";

/** A database whose statements to the transaction are written down, and of which one can be made to fail the first time. */
async function watched(failOn?: string): Promise<{ db: SqlDriver; seen: string[]; words: () => number }> {
  const db = await openDriver(":memory:");
  db.exec("CREATE TABLE word (text TEXT NOT NULL UNIQUE)");
  const seen: string[] = [];
  const exec = (sql: string) => {
    seen.push(sql);
    if (sql === failOn && seen.indexOf(sql) === seen.length - 1) throw new Error("database or disk is full");
    db.exec(sql);
  };
  const commit = async () => {
    // As with a driver that waits for the disk in a thread of its own.
    await new Promise((resolve) => setTimeout(resolve, 1));
    exec("COMMIT");
  };
  return { db: { ...db, exec, commit }, seen, words: () => db.all("SELECT text FROM word").length };
}

const commits = (seen: readonly string[]) => seen.filter((sql) => sql === "COMMIT").length;

describe("createWriteQueue", () => {
  it("lets writes that come together share one commit, in groups of bounded size", async () => {
    const { db, seen, words } = await watched();
    const queue = createWriteQueue(db);
    await Promise.all(Array.from({ length: 320 }, (_, i) => queue.add(() => db.run(INSERT, `w${i}`))));
    expect([commits(seen), words()]).toEqual([3, 320]);
  });

  it("resolves nothing before the commit", async () => {
    const { db, seen } = await watched();
    const queue = createWriteQueue(db);
    const commitsAtEnd: number[] = [];
    const add = (text: string) => queue.add(() => db.run(INSERT, text)).then(() => commitsAtEnd.push(commits(seen)));
    await Promise.all([add("a"), add("b")]);
    expect(commitsAtEnd).toEqual([1, 1]);
  });

  it("lets nobody read what is not on disk", async () => {
    const { db, seen, words } = await watched();
    const queue = createWriteQueue(db);
    const added = queue.add(() => db.run(INSERT, "a"));
    while (!seen.includes("BEGIN IMMEDIATE")) await new Promise((resolve) => setImmediate(resolve));
    const read = queue.read(() => [commits(seen), words()]);
    expect(commits(seen)).toBe(0);
    expect(await read).toEqual([1, 1]);
    await added;
  });

  it("takes what follows from a write at once into the same transaction", async () => {
    const { db, seen } = await watched();
    const queue = createWriteQueue(db);
    const followed = queue.add(() => {
      queueMicrotask(() => void queue.add(() => db.run(INSERT, "b")));
      return db.run(INSERT, "a");
    });
    await followed;
    await queue.drain();
    expect([commits(seen), db.all("SELECT text FROM word").length]).toEqual([1, 2]);
  });

  it("undoes only the write that fails", async () => {
    const { db, words } = await watched();
    const queue = createWriteQueue(db);
    const half = () => {
      db.run(INSERT, "half");
      db.run(INSERT, "a");
    };
    const add = (text: string) => queue.add(() => db.run(INSERT, text));
    const results = await Promise.allSettled([add("a"), queue.add(half), add("b")]);
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(words()).toBe(2);
  });

  it("refuses what is more than it keeps, and writes what it has taken", async () => {
    const { db, words } = await watched();
    const queue = createWriteQueue(db);
    const add = (text: string) => queue.add(() => db.run(INSERT, text));
    const results = await Promise.allSettled(Array.from({ length: MOST_WAITING + 1 }, (_, i) => add(`w${i}`)));
    expect(results.at(-1)).toMatchObject({ status: "rejected", reason: { code: "OVERLOADED" } });
    expect(words()).toBe(MOST_WAITING);
  });

  it.each(["BEGIN IMMEDIATE", "COMMIT"])(
    "acknowledges nothing of a group when %s fails, and goes on after it",
    async (step) => {
      const broken = await watched(step);
      const queue = createWriteQueue(broken.db);
      const add = (text: string) => queue.add(() => broken.db.run(INSERT, text));
      const results = await Promise.allSettled([add("a"), add("b")]);
      expect(results).toMatchObject([
        { status: "rejected", reason: { code: "STORE_UNAVAILABLE" } },
        { status: "rejected", reason: { code: "STORE_UNAVAILABLE" } },
      ]);
      expect(broken.words()).toBe(0);
      await add("c");
      expect(broken.words()).toBe(1);
    },
  );
});
