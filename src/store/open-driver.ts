import { pathToFileURL } from "node:url";
import { hasQuietSqlite } from "./has-quiet-sqlite.ts";
import { type SqlConnection, type SqlDriver, type SqlStatement, type SqlValue, sqlDriver } from "./sql-driver.ts";

export interface DriverOptions {
  /** Opens what is there and changes nothing. */
  readonly readOnly?: boolean;
}

/** Opens or creates an SQLite file (or `:memory:`) with what the running Node offers. */
export async function openDriver(path: string, { readOnly = false }: DriverOptions = {}): Promise<SqlDriver> {
  const builtIn = hasQuietSqlite(process.versions.node);
  return sqlDriver(builtIn ? openBuiltIn(path, readOnly) : await openLibsql(path, readOnly));
}

interface BuiltInStatement {
  run(...values: readonly SqlValue[]): { readonly changes: number | bigint };
  get(...values: readonly SqlValue[]): unknown;
  all(...values: readonly SqlValue[]): readonly unknown[];
}

interface BuiltInDatabase {
  exec(sql: string): void;
  prepare(sql: string): BuiltInStatement;
  close(): void;
}

interface BuiltInModule {
  readonly DatabaseSync: new (path: string, options: { readonly readOnly: boolean }) => BuiltInDatabase;
}

const isBuiltInModule = (module: object | undefined): module is BuiltInModule =>
  module !== undefined && "DatabaseSync" in module;

function openBuiltIn(path: string, readOnly: boolean): SqlConnection {
  // Asked for at run time: the module does not exist in Node 20, nor in the type package for it.
  const sqlite = process.getBuiltinModule("node:sqlite");
  if (!isBuiltInModule(sqlite)) throw new Error("This Node has no node:sqlite.");
  const database = new sqlite.DatabaseSync(path, { readOnly });
  const prepare = (sql: string): SqlStatement => {
    const statement = database.prepare(sql);
    return {
      run: (values) => statement.run(...values),
      get: (values) => statement.get(...values),
      all: (values) => statement.all(...values),
    };
  };
  return {
    exec: (sql) => database.exec(sql),
    commit: async () => database.exec("COMMIT"),
    prepare,
    close: () => database.close(),
  };
}

async function openLibsql(path: string, readOnly: boolean): Promise<SqlConnection> {
  const [{ default: Database }, { default: OffTheLoop }] = await Promise.all([
    import("libsql"),
    import("libsql/promise"),
  ]);
  // Its own option for this is taken and ignored.
  const database = new Database(readOnly ? `${pathToFileURL(path).href}?mode=ro` : path);
  const prepare = (sql: string): SqlStatement => {
    const statement = database.prepare(sql);
    // The list goes in as one argument: a single null as an argument of its own is taken for named parameters.
    return {
      run: (values) => statement.run(values),
      get: (values) => statement.get(values),
      all: (values) => statement.all(values),
    };
  };
  return {
    exec: (sql) => {
      database.exec(sql);
    },
    // The same connection by the library's other face: the disk is waited for in a thread of its own.
    commit: async () => {
      await OffTheLoop.prototype.exec.call(database, "COMMIT");
    },
    prepare,
    close: () => {
      database.close();
    },
  };
}
