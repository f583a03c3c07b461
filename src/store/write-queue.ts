import { AppError } from "../core/app-error.ts";
import type { SqlDriver } from "./sql-driver.ts";

/** Nobody asks for so much at once who keeps to the bounds of the door; this is the net under it. */
export const MOST_WAITING = 4_096;
/** Writes of one transaction; more than this would hold up everything else in the process for too long. */
const LARGEST_GROUP = 128;
/** While every round of the event loop brings more, a group grows for so long; a write that comes alone does not wait. */
const GATHER_MS = 2;

export interface WriteQueue {
  /** Runs `write` in the next transaction; resolves only after its COMMIT. One failing write does not harm the others. */
  add<T>(write: () => T): Promise<T>;
  /** Runs `query` between two transactions, so that it sees nothing that is not on disk. */
  read<T>(query: () => T): Promise<T>;
  /** Resolves when all that waits is committed. */
  drain(): Promise<void>;
}

/** One write, before anybody was told of it; or a group, of which the process itself may have used what was not yet on disk. */
export type Undone = "write" | "group";

interface Waiting {
  /** Returns what to call once the group is on disk. */
  attempt(): () => void;
  fail(error: unknown): void;
}

/**
 * Group commit: writes that come together, and what follows from them at once, share one transaction and one fsync. Meanwhile
 * the next ones gather. `undone` is called whenever something was taken back that a write had done.
 */
export function createWriteQueue(db: SqlDriver, undone: (what: Undone) => void = () => undefined): WriteQueue {
  const waiting: Waiting[] = [];
  const readers: (() => void)[] = [];
  let open = false;
  let running: Promise<void> | undefined;

  const run = async (): Promise<void> => {
    await nextRound();
    while (waiting.length > 0) {
      open = true;
      await commitGroup(db, waiting, undone);
      open = false;
      for (const reader of readers.splice(0)) reader();
      await nextRound();
    }
    running = undefined;
  };

  return {
    add: (write) =>
      new Promise((resolve, reject) => {
        const attempt = () => {
          const result = write();
          return () => resolve(result);
        };
        if (waiting.length >= MOST_WAITING) return reject(overloaded());
        waiting.push({ attempt, fail: (error) => reject(unavailable(error)) });
        running ??= run();
      }),
    read: async (query) => {
      if (open) await new Promise<void>((resolve) => readers.push(resolve));
      return query();
    },
    drain: async () => {
      while (running !== undefined) await running;
    },
  };
}

async function commitGroup(db: SqlDriver, waiting: Waiting[], undone: (what: Undone) => void): Promise<void> {
  const group: Waiting[] = [];
  const ends: (() => void)[] = [];
  const untilMs = performance.now() + GATHER_MS;
  try {
    let next = waiting.splice(0, LARGEST_GROUP);
    group.push(...next);
    db.exec("BEGIN IMMEDIATE");
    for (let round = 0; next.length > 0; round += 1) {
      for (const write of next) ends.push(inSavepoint(db, write, undone));
      await nextRound();
      const goesOn = round === 0 || performance.now() < untilMs;
      next = goesOn ? waiting.splice(0, LARGEST_GROUP - group.length) : [];
      group.push(...next);
    }
    await db.commit();
  } catch (error) {
    rollBack(db);
    undone("group");
    for (const write of group) write.fail(error);
    return;
  }
  for (const end of ends) end();
}

/** Returns what to call once the group is on disk. */
function inSavepoint(db: SqlDriver, write: Waiting, undone: (what: Undone) => void): () => void {
  db.exec("SAVEPOINT one_write");
  try {
    const done = write.attempt();
    db.exec("RELEASE one_write");
    return done;
  } catch (error) {
    // On a full or broken disk SQLite has already given up the transaction; then this throws and sinks the group.
    db.exec("ROLLBACK TO one_write");
    db.exec("RELEASE one_write");
    undone("write");
    return () => write.fail(error);
  }
}

const nextRound = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function rollBack(db: SqlDriver): void {
  try {
    db.exec("ROLLBACK");
  } catch {
    // There was no transaction left to roll back.
  }
}

const overloaded = (): AppError => new AppError("OVERLOADED", "Too much waits to be written.");

const unavailable = (error: unknown): AppError =>
  error instanceof AppError ? error : new AppError("STORE_UNAVAILABLE", "The store could not write.", error);
