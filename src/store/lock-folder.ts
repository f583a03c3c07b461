import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "../core/app-error.ts";
import { openDriver } from "./open-driver.ts";
import type { SqlDriver } from "./sql-driver.ts";

export interface FolderLock {
  release(): void;
}

/**
 * Creates the data folder if needed and takes it for this process alone; DATA_FOLDER_IN_USE when another one has it.
 * The lock is an open transaction on a tiny database: a lock of the operating system, which ends with the process,
 * however it ends. Needs a disk of this machine; network disks may not keep such locks.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const db = await openLockFile(folder);
  try {
    db.exec("PRAGMA busy_timeout = 0");
    db.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    db.close();
    if (isLocked(error)) throw inUse(folder, error);
    throw unusable(folder, error);
  }
  return {
    release: () => {
      db.exec("ROLLBACK");
      db.close();
    },
  };
}

async function openLockFile(folder: string): Promise<SqlDriver> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return await openDriver(join(folder, "lock.db"));
  } catch (error) {
    throw unusable(folder, error);
  }
}

const isLocked = (error: unknown): boolean => error instanceof Error && /database is locked/i.test(error.message);

const inUse = (folder: string, cause: unknown): AppError =>
  new AppError(
    "DATA_FOLDER_IN_USE",
    `The data folder ${folder} is in use by another running process. Stop that process, or start this one with ` +
      "another folder in DATA_DIR. Nothing needs to be deleted: the lock ends with the process that holds it.",
    cause,
  );

const unusable = (folder: string, cause: unknown): AppError =>
  new AppError(
    "STORE_UNAVAILABLE",
    `The data folder ${folder} cannot be used. Check that it is a folder on a local disk where this process may write.`,
    cause,
  );
