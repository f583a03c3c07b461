import { setMaxListeners } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import type { Fleet } from "./fleet.ts";

export interface TroubleParts {
  readonly fleet: Fleet;
  readonly random: () => number;
  /** Whether one process is stopped past its lease and then goes on; needs others that take over. */
  readonly freezes: boolean;
  /** Ends the database at once, as a crash does, and starts it again; absent where there is none. */
  readonly restartDatabase?: () => Promise<void>;
  readonly say: (text: string) => void;
}

/** What was done to the servers, and when. */
export interface Trouble {
  readonly kills: readonly number[];
  readonly freezes: readonly number[];
  /** When the database took connections again. */
  readonly databaseBacks: readonly number[];
  /** Does nothing new, and waits for what is under way. */
  end(): Promise<void>;
}

/** Longer than the 5 s after which the others take over, and than the 10 s of a lease. */
const FROZEN_MS = 11_000;
const FREEZE_EVERY_MS = 20_000;

/**
 * Kills a process every 2-5 s, freezes one now and then, and restarts the database every 6-10 s, until it is ended. The time
 * counts from when at least half of the processes serve.
 */
export function startTrouble({ fleet, random, freezes, restartDatabase, say }: TroubleParts): Trouble {
  const ending = new AbortController();
  setMaxListeners(0, ending.signal);
  const done = { kills: [] as number[], freezes: [] as number[], databaseBacks: [] as number[] };
  const between = (low: number, high: number): number => low + random() * (high - low);
  const pick = (): number | undefined => {
    const up = fleet.up();
    return up[Math.floor(random() * up.length)];
  };
  /** Half of the processes serve; without that, a slow machine would see nothing but starts. */
  const half = async (): Promise<void> => {
    while (!ending.signal.aborted && fleet.up().length < fleet.size / 2) await pause(50);
  };
  const again = async (everyMs: () => number, act: () => Promise<void> | void): Promise<void> => {
    for (;;) {
      await half();
      try {
        await pause(everyMs(), undefined, { signal: ending.signal });
      } catch {
        return;
      }
      await act();
    }
  };
  const loops = [
    again(
      () => between(2_000, 5_000),
      () => {
        const index = pick();
        if (index === undefined) return;
        fleet.kill(index);
        done.kills.push(Date.now());
        say(`killed process ${index}`);
      },
    ),
  ];
  if (freezes) {
    const freeze = async (): Promise<void> => {
      const index = pick();
      if (index === undefined || fleet.up().length < 2) return;
      done.freezes.push(Date.now());
      say(`froze process ${index}`);
      await fleet.freeze(index, FROZEN_MS);
    };
    let first = true;
    loops.push(
      again(() => {
        const ms = first ? 1_500 : FREEZE_EVERY_MS;
        first = false;
        return ms;
      }, freeze),
    );
  }
  if (restartDatabase !== undefined) {
    loops.push(
      again(
        () => between(6_000, 10_000),
        async () => {
          say("ended the database");
          await restartDatabase();
          done.databaseBacks.push(Date.now());
        },
      ),
    );
  }
  return {
    ...done,
    end: async () => {
      ending.abort();
      await Promise.all(loops);
    },
  };
}
