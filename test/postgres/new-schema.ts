import pg from "pg";
import { inject } from "vitest";
import { openPostgres, type PostgresOptions, type SharedStore } from "../../src/store/postgres/open-postgres.ts";
import { LEASE_MS, SENDING_MS } from "../contract/store-fixtures.ts";
import { createKeptLog } from "../http/create-kept-log.ts";

/** Whether there is a server to test on: `describe.skipIf(!hasPostgres())`. */
export const hasPostgres = (): boolean => inject("postgres") !== "";

let made = 0;

/** An empty schema of the test server, as a database of its own. */
export interface TestSchema {
  readonly url: string;
  query(sql: string, values?: readonly unknown[]): Promise<readonly Record<string, unknown>[]>;
  /** A process's store on it; its worker has the name `w<n>`, in the order of opening. */
  open(options?: Partial<PostgresOptions>): Promise<SharedStore>;
  /** From now on time stands still, for all processes, and moves only when told to. */
  stopClock(): Promise<{ advance(ms: number): Promise<void> }>;
  /** Ends every connection of the processes, as a restart of the server does; resolves to how many there were. */
  cutConnections(): Promise<number>;
  drop(): Promise<void>;
}

export async function newSchema(): Promise<TestSchema> {
  made += 1;
  const name = `test_${process.pid}_${made}`;
  const server = new URL(inject("postgres"));
  server.searchParams.set("options", `-c search_path=${name}`);
  server.searchParams.set("application_name", name);
  const url = server.href;
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  await client.query(`CREATE SCHEMA ${name}`);
  const query: TestSchema["query"] = async (sql, values = []) => (await client.query(sql, [...values])).rows;
  let workers = 0;
  return {
    url,
    query,
    open: (options = {}) =>
      openPostgres({
        url,
        newId: () => `w${++workers}`,
        log: createKeptLog(),
        leaseMs: LEASE_MS,
        sendingMs: SENDING_MS,
        ...options,
      }),
    stopClock: async () => {
      await query("CREATE TABLE test_clock AS SELECT '2026-01-10T01:00:00Z'::timestamptz AS at");
      await query(
        "CREATE OR REPLACE FUNCTION store_now() RETURNS timestamptz LANGUAGE sql VOLATILE AS 'SELECT at FROM test_clock'",
      );
      // Who is alive at this moment is alive at that one.
      await query("UPDATE worker SET seen_at = store_now()");
      return {
        advance: async (ms) => {
          await query("UPDATE test_clock SET at = at + $1 * interval '1 ms'", [ms]);
        },
      };
    },
    cutConnections: async () =>
      (
        await query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE application_name = $1 AND pid <> pg_backend_pid()`,
          [name],
        )
      ).length,
    drop: async () => {
      await query(`DROP SCHEMA ${name} CASCADE`);
      await client.end();
    },
  };
}

/** What the contract suite asks for: one process on an empty schema, on a clock that stands still. */
export async function openForContract() {
  const schema = await newSchema();
  const store = await schema.open();
  let newest: SharedStore = store;
  return {
    clock: await schema.stopClock(),
    store,
    reopen: async () => {
      await newest.close();
      newest = await schema.open();
      return newest;
    },
    dispose: async () => {
      await newest.close();
      await schema.drop();
    },
  };
}
