import { AppError } from "../core/app-error.ts";
import type { SqlDriver } from "./sql-driver.ts";

/** Nobody asks for so much at once who keeps to the bounds of the door; this is the net under it. */
export const MOST_WAITING = 4_096;
/** Writes of one transaction; more than this would hold up everything else in the process for too long. */
const LARGEST_GROUP = 32;
/** While every round of the event loop brings more, a group grows for so long; a write that comes alone does not wait. */
const GATHER_MS = 2;

export interface WriteQueue {
  /** Runs `write` in the next transaction; resolves only after its COMMIT. One failing write does not harm the others. */
  add<T>(write: () => T): Promise<T>;
  /** Commits what waits, now. */
  drain(): void;
}

interface Waiting {
  /** Returns what to call once the group is on disk. */
  attempt(): () => void;
  fail(error: unknown): void;
}

/** Group commit: all writes that arrive before a round of the event loop brings no more share one transaction and one fsync. */
export function createWriteQueue(db: SqlDriver): WriteQueue {
  const waiting: Waiting[] = [];
  let scheduled = false;

  const flush = (): void => commitGroup(db, waiting.splice(0, LARGEST_GROUP));
  const gather = (before: number, untilMs: number): void => {
    const grows = waiting.length > before && waiting.length < LARGEST_GROUP;
    if (grows && performance.now() < untilMs) {
      const { length } = waiting;
      setImmediate(() => gather(length, untilMs));
      return;
    }
    scheduled = false;
    if (waiting.length > 0) flush();
    if (waiting.length > 0) schedule();
  };
  const schedule = (): void => {
    if (scheduled) return;
    scheduled = true;
    setImmediate(() => gather(0, performance.now() + GATHER_MS));
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
        schedule();
      }),
    drain: () => {
      while (waiting.length > 0) flush();
    },
  };
}

function commitGroup(db: SqlDriver, group: readonly Waiting[]): void {
  const kept: { readonly write: Waiting; readonly done: () => void }[] = [];
  const failed: { readonly write: Waiting; readonly error: unknown }[] = [];
  try {
    db.exec("BEGIN IMMEDIATE");
    for (const write of group) {
      const result = inSavepoint(db, write);
      if (result.kind === "done") kept.push({ write, done: result.done });
      else failed.push({ write, error: result.error });
    }
    db.exec("COMMIT");
  } catch (error) {
    rollBack(db);
    for (const write of group) write.fail(error);
    return;
  }
  for (const { done } of kept) done();
  for (const { write, error } of failed) write.fail(error);
}

type Attempt =
  | { readonly kind: "done"; readonly done: () => void }
  | { readonly kind: "failed"; readonly error: unknown };

function inSavepoint(db: SqlDriver, write: Waiting): Attempt {
  db.exec("SAVEPOINT one_write");
  try {
    const done = write.attempt();
    db.exec("RELEASE one_write");
    return { kind: "done", done };
  } catch (error) {
    // On a full or broken disk SQLite has already given up the transaction; then this throws and sinks the group.
    db.exec("ROLLBACK TO one_write");
    db.exec("RELEASE one_write");
    return { kind: "failed", error };
  }
}

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
