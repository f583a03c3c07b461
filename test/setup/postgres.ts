import type { TestProject } from "vitest/node";
import { obtainPostgres } from "./obtain-postgres.ts";
import { startPostgres } from "./start-postgres.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Address of a real PostgreSQL, "" when there is none: its tests are then skipped. */
    readonly postgres: string;
  }
}

/** Starts a PostgreSQL for test/postgres, and says loudly at the end when there is none. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const programs = obtainPostgres();
  if (typeof programs === "string") {
    if (process.env.CI === "true") throw new Error(`No PostgreSQL for the tests: ${programs}.`);
    project.provide("postgres", "");
    return async () => console.warn(`\n!! TESTS ON POSTGRESQL DID NOT RUN: ${programs}.\n`);
  }
  const server = await startPostgres(programs);
  project.provide("postgres", server.url);
  return () => server.stop();
}
