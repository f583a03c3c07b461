import { posix } from "node:path";

/** A folder with rules of its own (`core`, `channels/web-chat`, `dialogs/repair`) or a file of src's top (`app.ts`). */
export type Place = string;

/** Where a file of `src` or `dialogs` belongs. */
export function placeOf(path: string): Place {
  const [top = "", first = "", second = ""] = path.split("/");
  if (top === "dialogs") return `dialogs/${first}`;
  return first === "channels" || first === "desk" ? `${first}/${second}` : first;
}

/** The file that a relative import means. A worker names the compiled `.js`; the source is the `.ts`. */
export const targetOf = (path: string, specifier: string): string =>
  posix.join(posix.dirname(path), specifier).replace(/\.js$/, ".ts");

/** `@fastify/static` of `@fastify/static/lib/x.js`; `natural` of `natural/lib/x.js`. */
export const packageOf = (specifier: string): string =>
  specifier.startsWith("node:")
    ? specifier
    : specifier
        .split("/")
        .slice(0, specifier.startsWith("@") ? 2 : 1)
        .join("/");
