import { importsOf } from "./imports-of.ts";
import { type Place, placeOf, targetOf } from "./place-of.ts";
import type { SourceFile } from "./source-file.ts";

const PURE = ["core", "policy", "understanding", "handoff", "privacy", "dialog"];
const ANYTHING = ["*"];

/** Who may import whom. `*` in a name stands for any; `type x` allows only `import type`. Within a place all is allowed. */
export const DIRECTIONS: Readonly<Record<Place, readonly string[]>> = {
  core: [],
  policy: ["core"],
  understanding: ["core", "type ports"],
  handoff: ["core"],
  privacy: ["core"],
  ports: ["core"],
  wording: ["core"],
  dialog: ["core", "policy", "handoff"],
  "dialogs/*": ["core", "dialog"],
  content: ["core", "policy", "understanding", "dialog", "handoff"],
  turn: [...PURE, "content", "ports"],
  delivery: [...PURE, "content", "ports"],
  "channels/*": ["core", "privacy", "ports", "wording"],
  "desk/*": ["core", "privacy", "ports", "wording"],
  store: ["core", "privacy", "ports"],
  outgoing: ["core", "ports"],
  "live-support": ["core", "privacy", "ports", "wording"],
  http: ["core", "privacy", "ports"],
  "clock.ts": ["core", "ports"],
  "config.ts": ["core", "faults-together.ts"],
  "log.ts": ["core", "privacy", "ports"],
  "keep-keys.ts": [],
  "project-root.ts": [],
  "built-from.ts": [],
  "pack-vocabulary.ts": ["core", "content", "understanding"],
  "load-assistant-content.ts": ANYTHING,
  compose: ANYTHING,
  "faults-together.ts": [],
  "open-channels.ts": ANYTHING,
  "open-desk.ts": ANYTHING,
  "open-store.ts": ANYTHING,
  "assistant.ts": ANYTHING,
  "app.ts": ANYTHING,
  "main.ts": ["app.ts", "config.ts", "clock.ts", "log.ts", "project-root.ts", "core"],
  cli: ANYTHING,
};

const matches = (pattern: string, place: Place): boolean =>
  pattern.endsWith("*") ? place.startsWith(pattern.slice(0, -1)) : pattern === place;

const rulesFor = (place: Place): readonly string[] | undefined =>
  Object.entries(DIRECTIONS).find(([pattern]) => matches(pattern, place))?.[1];

/** Every import that goes in a direction the table does not allow, as a sentence. */
export const wrongDirections = (files: readonly SourceFile[]): readonly string[] =>
  files.flatMap(({ path, text }) => {
    const place = placeOf(path);
    const rules = rulesFor(place);
    if (rules === undefined) return [`${path}: no rule says what ${place} may import`];
    return importsOf(text)
      .filter(({ specifier }) => specifier.startsWith("."))
      .flatMap(({ kind, specifier, line }) => {
        const other = placeOf(targetOf(path, specifier));
        const allowed = rules.some(
          (rule) =>
            matches(rule, other) || (kind === "type" && rule.startsWith("type ") && matches(rule.slice(5), other)),
        );
        return allowed || other === place ? [] : [`${path}:${line}: ${place} may not import ${other} (${specifier})`];
      });
  });
