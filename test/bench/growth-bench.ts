import { mkdirSync, mkdtempSync, readdirSync, rmSync, statfsSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Store } from "../../src/ports/store.ts";
import { openSqlite } from "../../src/store/open-sqlite.ts";
import { openPostgres } from "../../src/store/postgres/open-postgres.ts";
import { onMachineTime } from "../faults/machine-clock.ts";
import { createKeptLog } from "../http/create-kept-log.ts";
import { obtainPostgres } from "../setup/obtain-postgres.ts";
import { startPostgres } from "../setup/start-postgres.ts";
import { loadPostgres, sizeOfSchema } from "./growth/load-postgres.ts";
import { loadSqlite } from "./growth/load-sqlite.ts";
import { measureGrowth, STEPS } from "./growth/measure-growth.ts";

/**
 * `npm run -s bench -- growth [largest] [rounds] [sqlite|postgres]`: how much slower every step of the store is with 100,000 and
 * 1,000,000 conversations than with 1,000, all open side by side in one run. Needs some 15 GB of disk at a million.
 */
const [, , , largestGiven = "1000000", roundsGiven = "1500", only] = process.argv;
const LARGEST = Number(largestGiven);
const ROUNDS = Number(roundsGiven);
const SIZES = [...new Set([1_000, Math.min(100_000, LARGEST), LARGEST])];
const GB_PER_MILLION = 18;

const print = (line: object): boolean => process.stdout.write(`${JSON.stringify(line)}\n`);
const round = (value: number): number => Number(value.toPrecision(3));
const secondsSince = (start: number): number => round((performance.now() - start) / 1_000);

/** A place for stores of all sizes. */
interface Kind {
  readonly name: "sqlite" | "postgres";
  load(conversations: number): Promise<void>;
  open(conversations: number): Promise<Store>;
  megabytes(conversations: number): Promise<number>;
  remove(): Promise<void>;
}

function sqliteKind(): Kind {
  const folder = mkdtempSync(join(tmpdir(), "ansim-growth-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const at = (conversations: number): string => join(folder, String(conversations));
  return {
    name: "sqlite",
    load: (conversations) => {
      mkdirSync(at(conversations));
      return loadSqlite(at(conversations), conversations);
    },
    open: (conversations) => openSqlite({ folder: at(conversations), clock: onMachineTime }),
    megabytes: async (conversations) =>
      readdirSync(at(conversations)).reduce((sum, file) => sum + statSync(join(at(conversations), file)).size, 0) / 1e6,
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function postgresKind(): Promise<Kind | undefined> {
  const programs = obtainPostgres();
  if (typeof programs === "string") {
    print({ store: "postgres", skipped: programs });
    return undefined;
  }
  const server = await startPostgres(programs);
  const schema = (conversations: number): string => `growth_${conversations}`;
  const url = (conversations: number): string => {
    const address = new URL(server.url);
    address.searchParams.set("options", `-c search_path=${schema(conversations)}`);
    return address.href;
  };
  return {
    name: "postgres",
    load: (conversations) => loadPostgres(url(conversations), schema(conversations), conversations),
    open: (conversations) =>
      openPostgres({ url: url(conversations), newId: () => `bench-${conversations}`, log: createKeptLog() }),
    megabytes: (conversations) => sizeOfSchema(url(conversations), schema(conversations)),
    remove: server.stop,
  };
}

async function compare(kind: Kind): Promise<void> {
  const grown: { readonly conversations: number; readonly store: Store }[] = [];
  try {
    for (const conversations of SIZES) {
      const loading = performance.now();
      await kind.load(conversations);
      const loadSeconds = secondsSince(loading);
      const opening = performance.now();
      grown.push({ conversations, store: await kind.open(conversations) });
      const openSeconds = secondsSince(opening);
      const megabytes = round(await kind.megabytes(conversations));
      print({ store: kind.name, conversations, megabytes, loadSeconds, openSeconds });
    }
    report(kind.name, await measureGrowth(grown, ROUNDS));
  } finally {
    for (const { store } of grown) await store.close();
    await kind.remove();
  }
}

function report(store: string, times: Awaited<ReturnType<typeof measureGrowth>>): void {
  const quantile = (all: readonly number[] = [], q: number): number =>
    all.toSorted((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * q))] ?? Number.NaN;
  for (const step of STEPS) {
    for (const [index, conversations] of SIZES.entries()) {
      const [p50, p99, p50First, p99First] = [
        quantile(times[index]?.[step], 0.5),
        quantile(times[index]?.[step], 0.99),
        quantile(times[0]?.[step], 0.5),
        quantile(times[0]?.[step], 0.99),
      ];
      const ratios = { p50Ratio: round(p50 / p50First), p99Ratio: round(p99 / p99First) };
      print({ store, step, conversations, p50Ms: round(p50), p99Ms: round(p99), ...ratios });
    }
  }
}

const { bavail, bsize } = statfsSync(tmpdir());
const freeGb = (bavail * bsize) / 1e9;
if (freeGb < (LARGEST / 1e6) * GB_PER_MILLION) {
  process.stderr.write(`Only ${round(freeGb)} GB are free in ${tmpdir()}.\n`);
  process.exitCode = 1;
} else {
  if (only !== "postgres") await compare(sqliteKind());
  const postgres = only === "sqlite" ? undefined : await postgresKind();
  if (postgres !== undefined) await compare(postgres);
}
