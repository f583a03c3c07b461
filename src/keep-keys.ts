import { hkdfSync } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const KEY_BYTES = 32;

/** One key for each use, so that what one signs is nothing to the other. */
export interface Keys {
  readonly webChat: Uint8Array;
  readonly desk: Uint8Array;
}

/** Keys that sign tokens and cookies: made once, kept in the data folder, so that sessions survive a restart. */
export async function keepKeys(folder: string, randomKey: () => Buffer): Promise<Keys> {
  const key = await readOrMake(join(folder, "key"), randomKey);
  const derive = (use: string): Uint8Array => new Uint8Array(hkdfSync("sha256", key, "", use, KEY_BYTES));
  return { webChat: derive("web-chat"), desk: derive("desk") };
}

async function readOrMake(file: string, randomKey: () => Buffer): Promise<Buffer> {
  const kept = await readFile(file).catch(() => undefined);
  if (kept !== undefined && kept.length === KEY_BYTES) return kept;
  const key = randomKey();
  await writeFile(file, key, { mode: 0o600 });
  return key;
}
