import { mkdir } from "node:fs/promises";
import type { Config } from "./config.ts";
import { keepKey } from "./keep-keys.ts";
import type { Clock } from "./ports/clock.ts";
import type { Log } from "./ports/log.ts";
import type { NewId } from "./ports/new-id.ts";
import type { Store } from "./ports/store.ts";

export interface StoreParts {
  readonly config: Config;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly randomKey: () => Buffer;
  /** For the desk, when nobody set one. */
  readonly madeUpPassword: string;
  readonly log: Log;
}

/** A store, and what is kept with its data: one for all processes that share them. */
export interface OpenStore {
  readonly store: Store;
  readonly key: Buffer;
  readonly madeUpPassword: string;
}

/** PostgreSQL when `DATABASE_URL` is set, otherwise the data folder, for this process alone; only the one in use is loaded. */
export const openStore = (parts: StoreParts): Promise<OpenStore> =>
  parts.config.DATABASE_URL === undefined ? openOwn(parts) : openShared(parts, parts.config.DATABASE_URL);

async function openOwn({ config, clock, randomKey, madeUpPassword }: StoreParts): Promise<OpenStore> {
  const { DATA_DIR: folder } = config;
  await mkdir(folder, { recursive: true });
  const { openSqlite } = await import("./store/open-sqlite.ts");
  const store = await openSqlite({ folder, clock });
  return orClose(store, async () => ({ store, key: await keepKey(folder, randomKey), madeUpPassword }));
}

async function openShared({ newId, log, randomKey, madeUpPassword }: StoreParts, url: string): Promise<OpenStore> {
  const { openPostgres } = await import("./store/postgres/open-postgres.ts");
  const store = await openPostgres({ url, newId, log });
  return orClose(store, async () => {
    const key = await store.sharedKey("sign", randomKey);
    // Behind a load balancer nobody knows which process will ask for it.
    const agreed = await store.sharedKey("desk-password", () => Buffer.from(madeUpPassword));
    return { store, key, madeUpPassword: agreed.toString() };
  });
}

async function orClose(store: Store, finish: () => Promise<OpenStore>): Promise<OpenStore> {
  try {
    return await finish();
  } catch (error) {
    await store.close();
    throw error;
  }
}
