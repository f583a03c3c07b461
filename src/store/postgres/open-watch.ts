import type { Log } from "../../ports/log.ts";
import { type Line, openLine } from "./open-line.ts";

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
  readonly log: Log;
}

/**
 * Gives up silent processes only if this one was itself heard lately: after a break of the database everybody has been
 * silent, and nobody is dead for it.
 */
const BEAT = `
WITH t AS MATERIALIZED (SELECT store_now() AS now), mine AS (
  INSERT INTO worker (id, seen_at) SELECT $1, now FROM t ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at
)
DELETE FROM worker w USING t WHERE w.id <> $1 AND w.seen_at < t.now - $2 * interval '1 ms'
AND EXISTS (SELECT FROM worker m WHERE m.id = $1 AND m.seen_at > t.now - $2 / 2 * interval '1 ms')`;

/** Resolves once this process is known to the others. Reconnects by itself from then on. */
export async function openWatch(options: WatchOptions): Promise<Watch> {
  const { url, worker, beatMs, silentMs, log } = options;
  let line: Line | undefined;
  let busy = false;
  let closed = false;

  const lost = (): void => {
    if (line === undefined || closed) return;
    line = undefined;
    log.warn("store.line_lost");
  };
  const connect = async (): Promise<void> => {
    let fresh: Line | undefined;
    const onEnd = (): void => {
      if (line === fresh) lost();
    };
    fresh = await openLine(url, { onPayload: options.onPayload, onEnd });
    try {
      if (closed) throw new Error("Closed meanwhile.");
      await fresh.run(BEAT, worker, silentMs);
    } catch (error) {
      await fresh.close();
      throw error;
    }
    line = fresh;
  };
  const beat = async (): Promise<void> => {
    busy = true;
    try {
      if (line !== undefined) await line.run(BEAT, worker, silentMs);
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
