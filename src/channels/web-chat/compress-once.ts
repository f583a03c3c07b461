import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { type Compressed, compress } from "./compress.ts";
import { writeWhole } from "./write-whole.ts";

const ENDING = "-pages.bin";

/** The bodies compressed, in their order; kept in `<root>/.cache/web-chat/` until one of them changes. */
export async function compressOnce(root: string, bodies: readonly Buffer[]): Promise<readonly Compressed[]> {
  const folder = join(root, ".cache", "web-chat");
  const hash = createHash("sha256").update(process.version);
  for (const body of bodies) hash.update(`\0${body.length}\0`).update(body);
  const name = `${hash.digest("hex")}${ENDING}`;
  const kept = await readKept(join(folder, name));
  if (kept !== undefined) return kept;
  const compressed = await Promise.all(bodies.map(compress));
  try {
    await mkdir(folder, { recursive: true });
    await writeWhole(join(folder, name), serialize(compressed));
    const old = (await readdir(folder)).filter((other) => other.endsWith(ENDING) && other !== name);
    await Promise.all(old.map((other) => rm(join(folder, other), { force: true })));
  } catch {
    // Where nothing can be written, each start compresses.
  }
  return compressed;
}

async function readKept(file: string): Promise<readonly Compressed[] | undefined> {
  try {
    return deserialize(await readFile(file));
  } catch {
    return undefined;
  }
}
