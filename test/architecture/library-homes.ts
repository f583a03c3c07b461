import { importsOf } from "./imports-of.ts";
import { packageOf } from "./place-of.ts";
import type { SourceFile } from "./source-file.ts";

/** The one home of each library: delete the folder and the library is gone. Tests may use any of them. */
export const HOMES: Readonly<Record<string, readonly string[]>> = {
  natural: ["src/understanding/"],
  zod: ["src/config.ts", "src/content/", "src/policy/", "src/desk/", "src/channels/", "src/live-support/", "src/cli/"],
  fastify: ["src/http/"],
  "@fastify/helmet": ["src/http/"],
  "@fastify/static": ["src/http/"],
  "@fastify/websocket": ["src/http/"],
  jose: ["src/channels/web-chat/", "src/channels/bot-framework/"],
  libsql: ["src/store/"],
  "node:sqlite": ["src/store/"],
  pg: ["src/store/"],
  "@slack/bolt": ["src/desk/slack/"],
  "@slack/web-api": ["src/desk/slack/"],
  "@microsoft/agents-activity": ["src/channels/bot-framework/"],
  "@line/bot-sdk": ["src/channels/line/"],
  undici: ["src/outgoing/"],
  "prom-client": ["src/http/"],
  pino: ["src/log.ts"],
  "temporal-polyfill": ["src/clock.ts"],
  yaml: ["src/content/"],
  // Sent to the browser as a file.
  "markdown-it": [],
  // Used by scripts/build.mjs alone.
  typescript: [],
};

/** These hold no I/O at all, so they may not even import Node's own modules. */
export const WITHOUT_NODE = [
  "src/core/",
  "src/policy/",
  "src/dialog/",
  "src/handoff/",
  "src/ports/",
  "src/wording/",
  "src/turn/",
  "src/delivery/",
  "dialogs/",
];

const lives = (path: string, homes: readonly string[]): boolean => homes.some((home) => path.startsWith(home));

/** Every library used outside its home, as a sentence. */
export const strayLibraries = (files: readonly SourceFile[]): readonly string[] =>
  files.flatMap(({ path, text }) =>
    importsOf(text)
      .filter(({ specifier }) => !specifier.startsWith("."))
      .flatMap(({ specifier, line }) => {
        const name = packageOf(specifier);
        const homes = HOMES[name];
        if (homes === undefined && name.startsWith("node:")) {
          return lives(path, WITHOUT_NODE) ? [`${path}:${line}: ${name} in a folder without I/O`] : [];
        }
        if (homes === undefined) return [`${path}:${line}: ${name} has no home in test/architecture/library-homes.ts`];
        return lives(path, homes) ? [] : [`${path}:${line}: ${name} belongs in ${homes.join(", ") || "no file"}`];
      }),
  );

/** The root of natural loads database clients and prints to the terminal: only its deep files may be imported. */
export const naturalRoots = (files: readonly SourceFile[]): readonly string[] =>
  files.flatMap(({ path, text }) =>
    importsOf(text)
      .filter(({ specifier }) => specifier === "natural")
      .map(({ line }) => `${path}:${line}: import natural/lib/natural/..., never its root`),
  );
