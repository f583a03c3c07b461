export type SqlValue = string | number | null;

/** One connection to an SQLite file, in the few words that the store needs. Synchronous; statements are kept. */
export interface SqlDriver {
  exec(sql: string): void;
  /** Ends the open transaction; off the event loop where the library can. Until it resolves nothing else may be asked. */
  commit(): Promise<void>;
  /** Returns how many rows were changed. */
  run(sql: string, ...values: readonly SqlValue[]): number;
  get(sql: string, ...values: readonly SqlValue[]): object | undefined;
  all(sql: string, ...values: readonly SqlValue[]): readonly object[];
  close(): void;
}

/** A prepared statement as both libraries have it, once their ways of passing values are levelled. */
export interface SqlStatement {
  run(values: readonly SqlValue[]): { readonly changes: number | bigint };
  get(values: readonly SqlValue[]): unknown;
  all(values: readonly SqlValue[]): readonly unknown[];
}

export interface SqlConnection {
  exec(sql: string): void;
  commit(): Promise<void>;
  prepare(sql: string): SqlStatement;
  close(): void;
}

const isRow = (row: unknown): row is object => typeof row === "object" && row !== null;

/** Puts the one interface over a library's connection. */
export function sqlDriver(connection: SqlConnection): SqlDriver {
  const statements = new Map<string, SqlStatement>();
  const prepared = (sql: string): SqlStatement => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const statement = connection.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  return {
    exec: (sql) => connection.exec(sql),
    commit: () => connection.commit(),
    run: (sql, ...values) => Number(prepared(sql).run(values).changes),
    get: (sql, ...values) => {
      const row = prepared(sql).get(values);
      return isRow(row) ? row : undefined;
    },
    all: (sql, ...values) => prepared(sql).all(values).filter(isRow),
    close: () => {
      statements.clear();
      connection.close();
    },
  };
}
