import { readdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import type { StaticFile } from "../../ports/web.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
};

/** Everything that the desk page loads, read once at the start. */
export const deskFiles = async (root: string): Promise<readonly StaticFile[]> => {
  const folder = join(root, "src", "desk", "page", "public");
  const names = (await readdir(folder)).filter((name) => TYPES[extname(name)] !== undefined).sort();
  const files = await Promise.all(
    names.map(async (name): Promise<StaticFile> => {
      const contentType = TYPES[extname(name)] ?? "application/octet-stream";
      return {
        path: name === "index.html" ? "/desk" : `/desk/${name}`,
        contentType,
        body: await readFile(join(folder, name)),
      };
    }),
  );
  return files;
};
