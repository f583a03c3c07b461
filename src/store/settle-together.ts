import type { Attempt, Settlement } from "../ports/delivery.ts";
import type { Report } from "./settle-delivery.ts";

interface Batch {
  readonly reports: Report[];
  readonly written: Promise<boolean>;
}

/** Notes an attempt; resolves, once that is on disk, to whether there is news for the desk. */
export type Settle = (attempt: Attempt, result: Settlement) => Promise<boolean>;

/**
 * Reports that come before the next transaction takes them share one write. Where that fails each is written by itself, so that
 * one that cannot be noted does not harm the others.
 */
export function settleTogether(
  write: (change: () => boolean) => Promise<boolean>,
  settle: (reports: readonly Report[]) => boolean,
): Settle {
  let next: Batch | undefined;
  const begin = (): Batch => {
    const reports: Report[] = [];
    const written = write(() => {
      next = undefined;
      return settle(reports);
    });
    return { reports, written };
  };
  return async (attempt, result) => {
    next ??= begin();
    const batch = next;
    const report = { attempt, result };
    batch.reports.push(report);
    try {
      return await batch.written;
    } catch (error) {
      // It may have been refused before it was taken up.
      if (next === batch) next = undefined;
      if (batch.reports.length === 1) throw error;
      return write(() => settle([report]));
    }
  };
}
