import type { Log } from "../../ports/log.ts";
import { LIFE, type Line, openLine } from "./open-line.ts";

/** The line of this process to the others: a connection of its own that listens, speaks and says that it is alive. */
export interface Watch {
  /** Speaks to all processes when there is a connection, otherwise drops it: a hint, not the truth. */
  speak(payload: string): void;
  close(): Promise<void>;
}

export interface WatchOptions {
  readonly url: string;
  readonly worker: string;
  /** How often to say so, and to look for a connection when there is none. */
  readonly beatMs: number;
  /** A process that was silent for so long is given up. */
  readonly silentMs: number;
  readonly onPayload: (payload: string) => void;
  /** The connection is back after a break. */
  readonly onBack: () => void;
  /** Processes were given up: what they had is free. */
  readonly onGone: () => void;
  readonly log: Log;
}

/**
 * Gives up who has been silent for $2, and who has missed a beat ($3) and whose line has ended: a frozen process keeps its line,
 * one that was killed does not. Only if this process was itself heard lately ($4: has had its line for a while): after a break
 * of the database everybody has been silent, and nobody is dead for it.
 */
const BEAT = `
WITH t AS MATERIALIZED (SELECT store_now() AS now), mine AS (
  INSERT INTO worker (id, seen_at) SELECT $1, now FROM t ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at
), gone AS MATERIALIZED (
  SELECT w.id FROM worker w, t WHERE w.id <> $1 AND CASE
    WHEN w.seen_at < t.now - $2 * interval '1 ms'
      THEN EXISTS (SELECT FROM worker m WHERE m.id = $1 AND m.seen_at > t.now - $2 / 2 * interval '1 ms')
    WHEN $4 AND w.seen_at < t.now - $3 * interval '1 ms' THEN pg_try_advisory_xact_lock(${LIFE.replace("$1", "w.id")})
    ELSE false END
)
DELETE FROM worker w USING gone WHERE w.id = gone.id RETURNING w.id`;

/** In beats: one that is missed, and how long after a break all others have come back, too. */
const MISSED = 1.5;
const SETTLED = 2.5;

/** Resolves once this process is known to the others. Reconnects by itself from then on. */
export async function openWatch(options: WatchOptions): Promise<Watch> {
  const { url, worker, beatMs, silentMs, log } = options;
  let line: Line | undefined;
  let sinceMs = 0;
  let busy = false;
  let closed = false;

  const lost = (): void => {
    if (line === undefined || closed) return;
    line = undefined;
    log.warn("store.line_lost");
  };
  const say = async (on: Line): Promise<void> => {
    const settled = on === line && performance.now() - sinceMs > SETTLED * beatMs;
    const gone = await on.run(BEAT, worker, silentMs, MISSED * beatMs, settled);
    if (gone.length > 0) options.onGone();
  };
  const connect = async (): Promise<void> => {
    let fresh: Line | undefined;
    const onEnd = (): void => {
      if (line === fresh) lost();
    };
    fresh = await openLine(url, worker, { onPayload: options.onPayload, onEnd });
    try {
      if (closed) throw new Error("Closed meanwhile.");
      await say(fresh);
    } catch (error) {
      await fresh.close();
      throw error;
    }
    sinceMs = performance.now();
    line = fresh;
  };
  const beat = async (): Promise<void> => {
    busy = true;
    try {
      if (line !== undefined) await say(line);
      else {
        await connect();
        log.info("store.line_back");
        options.onBack();
      }
    } catch {
      // A line that does not answer is no better than none.
      const broken = line;
      lost();
      await broken?.close();
    } finally {
      busy = false;
    }
  };

  await connect();
  let beating = Promise.resolve();
  const timer = setInterval(() => {
    if (!busy) beating = beat();
  }, beatMs);
  return {
    speak: (payload) => {
      line?.speak(payload).catch(() => undefined);
    },
    close: async () => {
      closed = true;
      clearInterval(timer);
      await beating;
      await line?.run("DELETE FROM worker WHERE id = $1", worker).catch(() => undefined);
      await line?.close();
    },
  };
}
