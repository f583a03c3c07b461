import { hkdfSync } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const KEY_BYTES = 32;

/** One key for each use, so that what one signs is nothing to the other. */
export interface Keys {
  readonly webChat: Uint8Array;
  readonly desk: Uint8Array;
  /** Makes ids of ours from those under which channels know customers. */
  readonly customers: Uint8Array;
}

/** Keys that sign tokens and cookies, from the one that is kept. */
export function keysFrom(kept: Buffer): Keys {
  const derive = (use: string): Uint8Array => new Uint8Array(hkdfSync("sha256", kept, "", use, KEY_BYTES));
  return { webChat: derive("web-chat"), desk: derive("desk"), customers: derive("customers") };
}

/** The key of the data folder: made once, so that sessions survive a restart. */
export async function keepKey(folder: string, randomKey: () => Buffer): Promise<Buffer> {
  const file = join(folder, "key");
  const kept = await readFile(file).catch(() => undefined);
  if (kept !== undefined && kept.length === KEY_BYTES) return kept;
  const key = randomKey();
  await writeFile(file, key, { mode: 0o600 });
  return key;
}
