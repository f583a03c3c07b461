import { readdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import type { StaticFile } from "../../ports/web.ts";
import { compress } from "./compress.ts";
import type { Bundle } from "./obtain-bundle.ts";

const SCRIPT = "text/javascript; charset=utf-8";
const TYPES: Readonly<Record<string, string>> = { ".js": SCRIPT, ".css": "text/css; charset=utf-8" };
const PAGE_FOLDER = ["src", "channels", "web-chat", "page"] as const;
const MARKDOWN = ["node_modules", "markdown-it", "dist", "browser", "markdown-it.umd.min.js"] as const;

/** Address of the big script; it carries the version, so a browser keeps it for ever. */
export const bundlePath = (bundle: Bundle): string => `/web-chat/webchat-${bundle.version}.js`;

const file = async (path: string, contentType: string, from: string): Promise<StaticFile> => {
  const body = await readFile(from);
  return { path, contentType, body, encoded: await compress(body) };
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
  await file("/web-chat/markdown-it.js", SCRIPT, join(root, ...MARKDOWN)),
  ...(await Promise.all(
    (
      await readdir(join(root, ...PAGE_FOLDER))
    ).flatMap((name) => {
      const type = TYPES[extname(name)];
      return type === undefined ? [] : [file(`/web-chat/${name}`, type, join(root, ...PAGE_FOLDER, name))];
    }),
  )),
];

/** The page itself, with places for what differs from visit to visit. */
export const readPage = (root: string): Promise<string> => readFile(join(root, ...PAGE_FOLDER, "index.html"), "utf8");
