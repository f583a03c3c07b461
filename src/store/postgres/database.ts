import pg from "pg";
import { AppError } from "../../core/app-error.ts";
import { atMost } from "./at-most.ts";

/** SQL with a name, under which each connection prepares it once. */
export interface Statement {
  readonly name: string;
  readonly text: string;
  /** Given up after so long, where somebody waits for it at the door; ANSWER_MS when absent. */
  readonly patienceMs?: number;
}

export type Value = string | number | boolean | null | readonly (string | number | null)[];

/** PostgreSQL in the few words that the store needs. Each statement is a transaction of its own. */
export interface Database {
  /** Throws AppError STORE_UNAVAILABLE; its cause is PostgreSQL's own error. */
  run(statement: Statement, ...values: readonly Value[]): Promise<readonly object[]>;
  close(): Promise<void>;
}

/** Serialisation failure and deadlock: nothing was written, and another try succeeds. */
const TRY_AGAIN = ["40001", "40P01"];
const TRIES = 3;
/** What a customer's request may wait for a server that does not answer. */
const CONNECT_MS = 700;
const STATEMENT_MS = 3_000;
const ANSWER_MS = 3_500;
const LOCK_MS = 1_500;
/** What a good-bye may take on a line that has gone dead. */
export const CLOSE_MS = 1_000;
/** For what somebody at the door waits to read. */
export const READ_MS = 800;
/** Ten processes then stay below the hundred connections that a server takes unless told otherwise. */
const CONNECTIONS = 8;

const INT8 = pg.types.builtins.INT8;
const TIMESTAMPTZ = pg.types.builtins.TIMESTAMPTZ;

/** Numbers as numbers (none here outgrows 2^53) and times as instants. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (id, format) => {
    if (id === INT8) return Number;
    const parse = pg.types.getTypeParser(id, format);
    return id === TIMESTAMPTZ ? (value: string) => parse(value).toISOString() : parse;
  },
};

/**
 * Each statement is planned once for a connection, not at every use; planning takes as long as doing. Such a plan is made for tables that
 * are still empty, so it must be told that it goes by the indexes.
 */
const PLANS = ["plan_cache_mode=force_generic_plan", "jit=off"].concat(
  ["seqscan", "hashjoin", "mergejoin"].map((way) => `enable_${way}=off`),
);

function withPlans(url: string): string {
  const place = new URL(url);
  const options = [place.searchParams.get("options") ?? "", ...PLANS.map((setting) => `-c ${setting}`)];
  place.searchParams.set("options", options.join(" ").trim());
  return place.href;
}

/** Settings of every connection: nothing waits without end. */
export const clientConfig = (url: string): pg.ClientConfig => ({
  connectionString: withPlans(url),
  connectionTimeoutMillis: CONNECT_MS,
  statement_timeout: STATEMENT_MS,
  query_timeout: ANSWER_MS,
  lock_timeout: LOCK_MS,
  idle_in_transaction_session_timeout: STATEMENT_MS,
  keepAlive: true,
  application_name: "ansim",
  types,
});

/** Statement cancelled after its time, and a lock not got in time. */
const OUT_OF_TIME = ["57014", "55P03"];
/** Connection lost, server going down or coming up, no connection free. */
const AWAY = /^(?:08|57P|53300|25P03)/;

/** SQLSTATE of a statement that the server refused while the connection stays good; undefined for everything else. */
export function refusalCode(error: unknown): string | undefined {
  const cause = error instanceof AppError ? error.cause : error;
  return cause instanceof pg.DatabaseError && !AWAY.test(cause.code ?? "08") ? cause.code : undefined;
}

/** Whether a batch that failed with this wrote nothing, through the fault of one of its items. Not so where time ran out. */
export function isFaultOfOne(error: unknown): boolean {
  const code = refusalCode(error);
  return code !== undefined && !OUT_OF_TIME.includes(code);
}

const NUL = /\0/g;

/** PostgreSQL has no place for NUL, which far ends can put into every name and id. */
function storable(value: Value): Value {
  if (typeof value === "string") return withoutNul(value);
  if (typeof value !== "object" || value === null) return value;
  return value.map((one) => (typeof one === "string" ? withoutNul(one) : one));
}

const withoutNul = (text: string): string => text.replace(NUL, "\uFFFD");

/** A pool of connections. `onBroken` is told whenever one broke: the outcome of its statement is then unknown, if there was one. */
export function openDatabase(url: string, onBroken: () => void): Database {
  const pool = new pg.Pool({ ...clientConfig(url), max: CONNECTIONS });
  // A connection that dies emits `error`, in the pool and in use; without a listener the process would end. One that died while nothing was
  // under way may have taken with it what was not waited for.
  pool.on("error", onBroken);
  pool.on("connect", (client) => client.on("error", () => undefined));

  const once = async (
    { name, text, patienceMs = ANSWER_MS }: Statement,
    values: readonly Value[],
  ): Promise<readonly object[]> => {
    const client = await pool.connect();
    try {
      const query = { name, text, values: values.map(storable), query_timeout: patienceMs };
      const { rows } = await client.query<object>(query);
      client.release();
      return rows;
    } catch (error) {
      const broken = refusalCode(error) === undefined;
      client.release(broken);
      if (broken) onBroken();
      throw error;
    }
  };

  return {
    run: async (statement, ...values) => {
      for (let tries = 1; ; tries += 1) {
        try {
          return await once(statement, values);
        } catch (error) {
          if (tries < TRIES && TRY_AGAIN.includes(refusalCode(error) ?? "")) continue;
          throw new AppError("STORE_UNAVAILABLE", "The database could not do what was asked.", error);
        }
      }
    },
    close: () => atMost(CLOSE_MS, pool.end()),
  };
}
