import pg from "pg";
import type { Log } from "../../ports/log.ts";
import { clientConfig } from "./database.ts";

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
  const { worker, beatMs, silentMs, log } = options;
  let client: pg.Client | undefined = await connected(options);
  let busy = false;
  let closed = false;
  await client.query(BEAT, [worker, silentMs]);

  const lose = async (lost: pg.Client): Promise<void> => {
    if (client === lost) {
      client = undefined;
      if (!closed) log.warn("store.line_lost");
    }
    await lost.end().catch(() => undefined);
  };
  const attend = (to: pg.Client): void => {
    to.on("error", () => void lose(to));
    to.on("end", () => void lose(to));
    to.on("notification", ({ payload }) => options.onPayload(payload ?? ""));
  };
  const reconnect = async (): Promise<void> => {
    const fresh = await connected(options);
    attend(fresh);
    await fresh.query(BEAT, [worker, silentMs]).catch(async (error: unknown) => {
      await lose(fresh);
      throw error;
    });
    if (closed) return fresh.end();
    client = fresh;
    log.info("store.line_back");
    options.onBack();
  };
  const beat = async (): Promise<void> => {
    if (busy || closed) return;
    busy = true;
    const current = client;
    try {
      if (current === undefined) await reconnect();
      else await current.query(BEAT, [worker, silentMs]);
    } catch {
      if (current !== undefined) await lose(current);
    } finally {
      busy = false;
    }
  };
  attend(client);
  const timer = setInterval(() => void beat(), beatMs);
  return {
    speak: (payload) => {
      const current = client;
      current
        ?.query("SELECT pg_notify('ansim_' || current_schema()::regnamespace::oid, $1)", [payload])
        .catch(() => undefined);
    },
    close: async () => {
      closed = true;
      clearInterval(timer);
      const current = client;
      client = undefined;
      await current?.query("DELETE FROM worker WHERE id = $1", [worker]).catch(() => undefined);
      await current?.end().catch(() => undefined);
    },
  };
}

async function connected({ url }: WatchOptions): Promise<pg.Client> {
  const client = new pg.Client(clientConfig(url));
  client.on("error", () => undefined);
  try {
    await client.connect();
    // Beats need not outlive a crash of the server.
    await client.query("SET synchronous_commit = off");
    const { rows } = await client.query<object>("SELECT 'ansim_' || current_schema()::regnamespace::oid AS line");
    const line = String(Reflect.get(rows[0] ?? {}, "line"));
    await client.query(`LISTEN ${client.escapeIdentifier(line)}`);
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
}
