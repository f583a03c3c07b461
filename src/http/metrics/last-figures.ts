import type { StoreFigures } from "../../ports/figures.ts";
import { inTime } from "../in-time.ts";

/** The figures that were read last, and whether the store answered just now. */
export interface LastFigures {
  ask(): Promise<{
    readonly known: StoreFigures | undefined;
    readonly answered: boolean;
    /** Of `known`; 0 when there is none. */
    readonly ageSeconds: number;
  }>;
}

/** A page that watches must not wait for what it watches. */
const PATIENCE_MS = 250;

/** Asks the store, one question at a time however many ask here, and never waits longer than a moment. */
export function createLastFigures(
  read: () => Promise<StoreFigures>,
  elapsedMs: () => number = () => performance.now(),
): LastFigures {
  let known: { readonly figures: StoreFigures; readonly atMs: number } | undefined;
  let asking: Promise<boolean> | undefined;

  const question = async (): Promise<boolean> => {
    try {
      known = { figures: await read(), atMs: elapsedMs() };
      return true;
    } catch {
      return false;
    }
  };
  return {
    ask: async () => {
      asking ??= question().finally(() => {
        asking = undefined;
      });
      const answered = await inTime(asking, PATIENCE_MS);
      return {
        known: known?.figures,
        answered,
        ageSeconds: known === undefined ? 0 : (elapsedMs() - known.atMs) / 1_000,
      };
    },
  };
}
