import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/** Bodies by content coding. */
export interface Compressed {
  readonly br: Buffer;
  readonly gzip: Buffer;
  readonly [coding: string]: Buffer;
}

/** As small as it gets; seconds for a megabyte, so done once. */
export const compress = async (bytes: Buffer): Promise<Compressed> => {
  const [br, gz] = await Promise.all([
    toBrotli(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
    toGzip(bytes, { level: 9 }),
  ]);
  return { br, gzip: gz };
};
