import { mkdir } from "node:fs/promises";
import type { Config } from "./config.ts";
import { keepKey } from "./keep-keys.ts";
import type { Clock } from "./ports/clock.ts";
import type { Log } from "./ports/log.ts";
import type { NewId } from "./ports/new-id.ts";
import type { Store } from "./ports/store.ts";
import { openSqlite } from "./store/open-sqlite.ts";
import { openPostgres } from "./store/postgres/open-postgres.ts";

export interface StoreParts {
  readonly config: Config;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly randomKey: () => Buffer;
  readonly log: Log;
}

/** A store, and the key that is kept where its data are: one for all processes that share them. */
export interface OpenStore {
  readonly store: Store;
  readonly key: Buffer;
}

/** Web chat and desk page drop what they have seen, by entry id; so all may be sent again. */
const resend = () => true;

/** PostgreSQL when `DATABASE_URL` is set, otherwise the data folder, for this process alone. */
export async function openStore({ config, clock, newId, randomKey, log }: StoreParts): Promise<OpenStore> {
  if (config.DATABASE_URL !== undefined) {
    const store = await openPostgres({ url: config.DATABASE_URL, newId, log, resend });
    return withKey(store, () => store.sharedKey("sign", randomKey));
  }
  const { DATA_DIR: folder } = config;
  await mkdir(folder, { recursive: true });
  return withKey(await openSqlite({ folder, clock, resend }), () => keepKey(folder, randomKey));
}

async function withKey(store: Store, key: () => Promise<Buffer>): Promise<OpenStore> {
  try {
    return { store, key: await key() };
  } catch (error) {
    await store.close();
    throw error;
  }
}
