import { withoutComments } from "./without-comments.ts";

/** One module that a file asks for. `type` imports leave no trace in the running program. */
export interface Import {
  readonly kind: "value" | "type";
  readonly specifier: string;
  readonly line: number;
}

const STATEMENT =
  /^[ \t]*(?:import|export)\s+(?<type>type\s+)?(?<names>[\w$*\s{},]*?)\s*\bfrom\s*["'](?<specifier>[^"'\n]+)["']/gm;
const BARE = /^[ \t]*import\s*["'](?<specifier>[^"'\n]+)["']/gm;
const CALL = /\b(?:import|require|require\.resolve|getBuiltinModule)\s*\(\s*["'`](?<specifier>[^"'`\n]+)["'`]/g;
const NAMED_REQUIRE = /\b(?<name>\w+)\s*=\s*createRequire\s*\(/g;
const DIRECT_REQUIRE = /createRequire\s*\([^)]*\)(?:\.resolve)?\s*\(\s*["'`](?<specifier>[^"'`\n]+)["'`]/g;
const WORKER = /new URL\(\s*["'`](?<specifier>\.[^"'`\n]+\.[jt]s)["'`]\s*,\s*import\.meta\.url/g;

const onlyTypes = (names: string): boolean => {
  const inside = /^\s*\{([\s\S]*)\}\s*$/.exec(names)?.[1];
  const parts = (inside ?? "")
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  return parts.length > 0 && parts.every((part) => part.startsWith("type "));
};

/** Everything a TypeScript file imports, in any form: statement, re-export, call, worker file. */
export function importsOf(code: string): readonly Import[] {
  const text = withoutComments(code);
  const aliases = [...text.matchAll(NAMED_REQUIRE)].map(
    ({ groups }) =>
      new RegExp(`\\b${groups?.name}(?:\\.resolve)?\\s*\\(\\s*["'\`](?<specifier>[^"'\`\\n]+)["'\`]`, "g"),
  );
  return [STATEMENT, BARE, CALL, DIRECT_REQUIRE, WORKER, ...aliases]
    .flatMap((form) => [...text.matchAll(form)])
    .map(({ groups, index }) => ({
      kind: groups?.type !== undefined || onlyTypes(groups?.names ?? "") ? ("type" as const) : ("value" as const),
      specifier: groups?.specifier ?? "",
      line: text.slice(0, index).split("\n").length,
    }))
    .sort((a, b) => a.line - b.line);
}
