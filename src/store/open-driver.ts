import { hasQuietSqlite } from "./has-quiet-sqlite.ts";
import { type SqlConnection, type SqlDriver, type SqlStatement, type SqlValue, sqlDriver } from "./sql-driver.ts";

/** Opens or creates an SQLite file (or `:memory:`) with what the running Node offers. */
export async function openDriver(path: string): Promise<SqlDriver> {
  return sqlDriver(hasQuietSqlite(process.versions.node) ? openBuiltIn(path) : await openLibsql(path));
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
  readonly DatabaseSync: new (path: string) => BuiltInDatabase;
}

const isBuiltInModule = (module: object | undefined): module is BuiltInModule =>
  module !== undefined && "DatabaseSync" in module;

function openBuiltIn(path: string): SqlConnection {
  // Asked for at run time: the module does not exist in Node 20, nor in the type package for it.
  const sqlite = process.getBuiltinModule("node:sqlite");
  if (!isBuiltInModule(sqlite)) throw new Error("This Node has no node:sqlite.");
  const database = new sqlite.DatabaseSync(path);
  const prepare = (sql: string): SqlStatement => {
    const statement = database.prepare(sql);
    return {
      run: (values) => statement.run(...values),
      get: (values) => statement.get(...values),
      all: (values) => statement.all(...values),
    };
  };
  return { exec: (sql) => database.exec(sql), prepare, close: () => database.close() };
}

async function openLibsql(path: string): Promise<SqlConnection> {
  const { default: Database } = await import("libsql");
  const database = new Database(path);
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
    prepare,
    close: () => {
      database.close();
    },
  };
}
