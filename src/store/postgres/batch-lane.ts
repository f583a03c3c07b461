import { AppError } from "../../core/app-error.ts";
import { MOST_WAITING } from "../write-queue.ts";

/** Work that is done in order, as much of it at a time as has come together. */
export interface BatchLane<Item, Result> {
  add(item: Item): Promise<Result>;
}

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

export interface BatchWith {
  readonly largest: number;
  /** Whether a batch that failed with this wrote nothing and may be tried again, each item alone. */
  readonly harmless: (error: unknown) => boolean;
  /** Whether all that waits fails with a batch that failed otherwise: somebody at the door had better ask elsewhere at once. */
  readonly hurried?: true;
}

/**
 * Group commit: while one batch is on its way, what comes next gathers for the following one. `run` answers with the
 * result of each item by its index. An item that fails does not harm the others of its batch.
 */
export function createBatchLane<Item, Result>(
  run: (items: readonly Item[]) => Promise<(index: number) => Result>,
  { largest, harmless, hurried }: BatchWith,
): BatchLane<Item, Result> {
  const waiting: Waiting<Item, Result>[] = [];
  let busy = false;

  const attempt = async (batch: readonly Waiting<Item, Result>[]): Promise<void> => {
    try {
      const resultOf = await run(batch.map(({ item }) => item));
      for (const [index, { resolve }] of batch.entries()) resolve(resultOf(index));
    } catch (error) {
      if (batch.length > 1 && harmless(error)) {
        for (const one of batch) await attempt([one]);
      } else for (const { reject } of [...batch, ...(hurried ? waiting.splice(0) : [])]) reject(error);
    }
  };

  const work = async (): Promise<void> => {
    while (waiting.length > 0) await attempt(waiting.splice(0, largest));
    busy = false;
  };

  return {
    add: (item) =>
      new Promise((resolve, reject) => {
        if (waiting.length >= MOST_WAITING) {
          return reject(new AppError("OVERLOADED", "Too much waits to be written."));
        }
        waiting.push({ item, resolve, reject });
        if (busy) return;
        busy = true;
        setImmediate(() => void work());
      }),
  };
}
