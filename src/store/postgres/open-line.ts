import pg from "pg";
import { atMost } from "./at-most.ts";
import { CLOSE_MS, clientConfig } from "./database.ts";
import { createOneAtATime } from "./one-at-a-time.ts";

/** One connection that hears what any process says. */
export interface Line {
  run(sql: string, ...values: readonly (string | number | boolean)[]): Promise<readonly object[]>;
  /** Says it to every process that listens, this one included. */
  speak(payload: string): Promise<void>;
  close(): Promise<void>;
}

export interface LineListeners {
  readonly onPayload: (payload: string) => void;
  /** The connection is gone, however that came. */
  readonly onEnd: () => void;
}

/** One for each schema: what is said in one is not heard in another. */
const CHANNEL = "'ansim_' || current_schema()::regnamespace::oid";

/**
 * A lock that a process holds for as long as its line is open: the server sets it free at once when the process dies. Shared,
 * because what is left of a line that broke may hold it still.
 */
export const LIFE = "hashtextextended('ansim:' || $1, 0)";

/** Connects and listens, or rejects. */
export async function openLine(url: string, worker: string, { onPayload, onEnd }: LineListeners): Promise<Line> {
  const client = new pg.Client(clientConfig(url));
  const inOrder = createOneAtATime();
  const close = (): Promise<void> => atMost(CLOSE_MS, client.end());
  // Without a listener for errors, the end of the connection would be the end of the process.
  client.on("error", onEnd);
  client.on("end", onEnd);
  client.on("notification", ({ payload }) => onPayload(payload ?? ""));
  try {
    await client.connect();
    // What is written here are signs of life, which need not outlive a crash of the server.
    await client.query("SET synchronous_commit = off");
    await client.query(`SELECT pg_advisory_lock_shared(${LIFE})`, [worker]);
    const { rows } = await client.query<object>(`SELECT ${CHANNEL} AS channel`);
    await client.query(`LISTEN ${client.escapeIdentifier(String(Reflect.get(rows[0] ?? {}, "channel")))}`);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    run: (sql, ...values) =>
      inOrder(async () => {
        const { rows } = await client.query<object>(sql, values.slice());
        return rows;
      }),
    speak: (payload) =>
      inOrder(async () => {
        await client.query(`SELECT pg_notify(${CHANNEL}, $1)`, [payload]);
      }),
    close,
  };
}
