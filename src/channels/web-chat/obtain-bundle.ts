import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "../../core/app-error.ts";
import { type Compressed, compress } from "./compress.ts";
import { packWithNpm } from "./pack-web-chat.ts";
import { readTarFiles } from "./read-tar-files.ts";
import { writeWhole } from "./write-whole.ts";

/** Bot Framework Web Chat as one script, with its compressed forms and its licences. */
export interface Bundle {
  readonly version: string;
  readonly script: Buffer;
  readonly encoded: Compressed;
  readonly licences: Buffer;
}

const VERSION = "4.18.1";
const TARBALL = `botframework-webchat-${VERSION}.tgz`;
/** As npm publishes it for this version. */
const TARBALL_SHA512 = "7jpEUJ7olT62Xm+8eh7BhhIcXVfU2xD4pZDaeBt8K4XcNy6K/83UGIxE9BFkXmHMZ4hDEVOzs5cre07GWuaXzg==";
const SCRIPT = "package/dist/webchat-minimal.js";
const SCRIPT_SHA256 = "dOQ+v2pHv8TH2QXxG6HK7Kl8QIWioctext7O2li0JtQ=";
const LICENCES = "package/dist/webchat-minimal.js.LICENSE.txt";

const hash = (algorithm: "sha256" | "sha512", bytes: Buffer): string =>
  createHash(algorithm).update(bytes).digest("base64");

const missing = (folder: string, cause: unknown): AppError =>
  new AppError(
    "WEB_CHAT_MISSING",
    [
      `The web chat script (botframework-webchat ${VERSION}) is not there and could not be downloaded.`,
      "Start once with network access, so that npm can fetch it,",
      `or put the file ${TARBALL} (from "npm pack botframework-webchat@${VERSION}" on another machine) into ${folder}`,
      "and start again.",
    ].join("\n"),
    cause,
  );

const readCached = async (folder: string): Promise<Bundle | undefined> => {
  try {
    const [script, br, gzip, licences] = await Promise.all(
      ["script.js", "script.js.br", "script.js.gz", "licences.txt"].map((name) =>
        readFile(join(folder, `${VERSION}-${name}`)),
      ),
    );
    if (!script || !br || !gzip || !licences || hash("sha256", script) !== SCRIPT_SHA256) return undefined;
    return { version: VERSION, script, encoded: { br, gzip }, licences };
  } catch {
    return undefined;
  }
};

const obtainTarball = async (folder: string): Promise<Buffer> => {
  const supplied = join(folder, TARBALL);
  if (existsSync(supplied)) return readFile(supplied);
  const scratch = await mkdtemp(join(folder, "pack-"));
  try {
    return await packWithNpm(`botframework-webchat@${VERSION}`, scratch);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
};

const unpack = async (tarball: Buffer): Promise<Bundle> => {
  if (hash("sha512", tarball) !== TARBALL_SHA512) throw new Error("the tarball is not the one that was reviewed");
  const files = await readTarFiles(tarball, new Set([SCRIPT, LICENCES]));
  const script = files.get(SCRIPT);
  const licences = files.get(LICENCES);
  if (script === undefined || licences === undefined) throw new Error("the tarball lacks the script");
  return { version: VERSION, script, encoded: await compress(script), licences };
};

/**
 * Gives the script out of `<root>/.cache/web-chat/`; the first time, takes it out of the pinned tarball and compresses
 * it, which needs the network and some seconds. Throws AppError WEB_CHAT_MISSING when it cannot be had.
 */
export const obtainBundle = async (root: string): Promise<Bundle> => {
  const folder = join(root, ".cache", "web-chat");
  const cached = await readCached(folder);
  if (cached !== undefined) return cached;
  try {
    await mkdir(folder, { recursive: true });
    const bundle = await unpack(await obtainTarball(folder));
    await writeWhole(join(folder, `${VERSION}-licences.txt`), bundle.licences);
    await writeWhole(join(folder, `${VERSION}-script.js.br`), bundle.encoded.br);
    await writeWhole(join(folder, `${VERSION}-script.js.gz`), bundle.encoded.gzip);
    await writeWhole(join(folder, `${VERSION}-script.js`), bundle.script);
    return bundle;
  } catch (error) {
    throw missing(folder, error);
  }
};
