import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";

const BLOCK = 512;
const PLAIN_FILE = new Set(["0", "\0", ""]);

interface Header {
  readonly name: string;
  readonly size: number;
  readonly isFile: boolean;
}

const field = (block: Buffer, from: number, length: number): string =>
  block
    .subarray(from, from + length)
    .toString("latin1")
    .split("\0", 1)[0] ?? "";

const readHeader = (block: Buffer): Header => {
  const prefix = field(block, 345, 155);
  const name = field(block, 0, 100);
  return {
    name: prefix === "" ? name : `${prefix}/${name}`,
    size: Number.parseInt(field(block, 124, 12).trim() || "0", 8),
    isFile: PLAIN_FILE.has(field(block, 156, 1)),
  };
};

/** Takes the named files out of a .tgz without holding the unpacked whole in memory. Absent ones are absent from the map. */
export const readTarFiles = async (tgz: Buffer, names: ReadonlySet<string>): Promise<ReadonlyMap<string, Buffer>> => {
  const found = new Map<string, Buffer>();
  let waiting = Buffer.alloc(0);
  let current: { readonly header: Header; readonly chunks: Buffer[]; left: number } | undefined;

  const takeBody = (): boolean => {
    if (current === undefined) return false;
    const part = waiting.subarray(0, current.left);
    waiting = waiting.subarray(part.length);
    current.left -= part.length;
    if (names.has(current.header.name)) current.chunks.push(Buffer.from(part));
    if (current.left > 0) return false;
    const { header, chunks } = current;
    if (header.isFile && names.has(header.name)) found.set(header.name, Buffer.concat(chunks).subarray(0, header.size));
    current = undefined;
    return true;
  };

  const takeHeader = (): boolean => {
    if (waiting.length < BLOCK) return false;
    const header = readHeader(waiting.subarray(0, BLOCK));
    waiting = waiting.subarray(BLOCK);
    current = { header, chunks: [], left: Math.ceil(header.size / BLOCK) * BLOCK };
    return true;
  };

  for await (const chunk of Readable.from([tgz]).pipe(createGunzip())) {
    waiting = Buffer.concat([waiting, chunk]);
    while (current === undefined ? takeHeader() : takeBody());
    if (found.size === names.size) break;
  }
  return found;
};
