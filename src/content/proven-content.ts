import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { revivePolicy, type SavedPolicy, savePolicy } from "../policy/load/save-policy.ts";
import type { Content, Pack } from "./content.ts";

/** Content as plain data. */
interface SavedContent extends Omit<Content, "packs"> {
  readonly packs: ReadonlyMap<string, SavedPack>;
}

interface SavedPack extends Omit<Pack, "policies"> {
  readonly policies: ReadonlyMap<string, readonly SavedPolicy[]>;
}

const CHECKSUM_BYTES = 32;
const KEPT_FILES = 4;

const folderOf = (root: string): string => join(root, ".cache", "content");
const fileOf = (root: string, key: string): string => join(folderOf(root), `${key}.bin`);

/** The content that was kept under this key; undefined when there is none, or the file is not whole. */
export async function readProven(root: string, key: string): Promise<Content | undefined> {
  try {
    const bytes = await readFile(fileOf(root, key));
    const data = bytes.subarray(CHECKSUM_BYTES);
    return checksumOf(key, data).equals(bytes.subarray(0, CHECKSUM_BYTES)) ? revived(deserialize(data)) : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps content that has passed every check; where nothing can be written, it is checked at each start. */
export async function keepProven(root: string, key: string, content: Content): Promise<void> {
  const data = serialize(saved(content));
  const draft = `${fileOf(root, key)}.${process.pid}`;
  try {
    await mkdir(folderOf(root), { recursive: true });
    await writeFile(draft, Buffer.concat([checksumOf(key, data), data]));
    await rename(draft, fileOf(root, key));
    await forgetOldest(folderOf(root));
  } catch {
    await rm(draft, { force: true }).catch(() => undefined);
  }
}

const checksumOf = (key: string, data: Buffer): Buffer => createHash("sha256").update(key).update(data).digest();

const saved = (content: Content): SavedContent => ({
  ...content,
  packs: mapped(content.packs, (pack) => ({ ...pack, policies: mapped(pack.policies, (all) => all.map(savePolicy)) })),
});

const revived = (content: SavedContent): Content => ({
  ...content,
  packs: mapped(content.packs, (pack) => ({
    ...pack,
    policies: mapped(pack.policies, (all) => all.map(revivePolicy)),
  })),
});

const mapped = <From, To>(map: ReadonlyMap<string, From>, to: (value: From) => To): ReadonlyMap<string, To> =>
  new Map([...map].map(([key, value]) => [key, to(value)]));

/** Every change of a word makes a new file; only the last ones are of use. */
async function forgetOldest(folder: string): Promise<void> {
  const files = (await readdir(folder)).filter((name) => name.endsWith(".bin")).map((name) => join(folder, name));
  // Another process may tidy at the same time.
  const age = async (file: string) => (await stat(file).catch(() => undefined))?.mtimeMs ?? 0;
  const aged = await Promise.all(files.map(async (file) => ({ file, at: await age(file) })));
  const old = aged.sort((a, b) => b.at - a.at).slice(KEPT_FILES);
  await Promise.all(old.map(({ file }) => rm(file, { force: true })));
}
