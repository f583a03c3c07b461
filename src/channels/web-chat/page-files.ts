import { readdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import type { StaticFile } from "../../ports/web.ts";
import { compressOnce } from "./compress-once.ts";
import type { Bundle } from "./obtain-bundle.ts";

const SCRIPT = "text/javascript; charset=utf-8";
const TYPES: Readonly<Record<string, string>> = { ".js": SCRIPT, ".css": "text/css; charset=utf-8" };
const PAGE_FOLDER = ["src", "channels", "web-chat", "page"] as const;
const MARKDOWN = ["node_modules", "markdown-it", "dist", "browser", "markdown-it.umd.min.js"] as const;

/** Address of the big script; it carries the version, so a browser keeps it for ever. */
export const bundlePath = (bundle: Bundle): string => `/web-chat/webchat-${bundle.version}.js`;

const file = async (path: string, contentType: string, from: string): Promise<StaticFile> => ({
  path,
  contentType,
  body: await readFile(from),
});

const compressed = async (root: string, files: readonly StaticFile[]): Promise<readonly StaticFile[]> => {
  const encoded = await compressOnce(
    root,
    files.map(({ body }) => body),
  );
  return files.map((one, at) => {
    const bodies = encoded[at];
    return bodies === undefined ? one : { ...one, encoded: bodies };
  });
};

const ownFiles = async (root: string): Promise<readonly StaticFile[]> => {
  const folder = join(root, ...PAGE_FOLDER);
  const names = (await readdir(folder)).sort();
  return Promise.all([
    file("/web-chat/markdown-it.js", SCRIPT, join(root, ...MARKDOWN)),
    ...names.flatMap((name) => {
      const type = TYPES[extname(name)];
      return type === undefined ? [] : [file(`/web-chat/${name}`, type, join(folder, name))];
    }),
  ]);
};

/** Everything that the customer page loads, read once at the start. */
export const pageFiles = async (root: string, bundle: Bundle): Promise<readonly StaticFile[]> => [
  {
    path: bundlePath(bundle),
    contentType: SCRIPT,
    body: bundle.script,
    encoded: bundle.encoded,
    immutable: true,
  },
  {
    path: "/web-chat/webchat-minimal.js.LICENSE.txt",
    contentType: "text/plain; charset=utf-8",
    body: bundle.licences,
  },
  ...(await compressed(root, await ownFiles(root))),
];

/** The page itself, with places for what differs from visit to visit. */
export const readPage = (root: string): Promise<string> => readFile(join(root, ...PAGE_FOLDER, "index.html"), "utf8");
