import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";

/** A fault in a content file, with the place to mend. */
export interface ContentError {
  /** Relative to the project. */
  readonly file: string;
  /** From 1; absent when the whole file is meant. */
  readonly line?: number;
  readonly message: string;
}

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: readonly ContentError[] };

/** A YAML text that holds what it should, and where its parts are. */
export type ParsedYaml<T> =
  | { readonly ok: true; readonly value: T; readonly lineOf: YamlText["lineOf"] }
  | Extract<Parsed<T>, { ok: false }>;

export type Path = readonly PropertyKey[];

/** A YAML text whose parts can be found again by line. Dates and `no` stay strings. */
export interface YamlText {
  readonly value: unknown;
  readonly errors: readonly ContentError[];
  readonly lineOf: (path: Path) => number | undefined;
}

/** `firstLine` is the line of the file on which `text` starts. */
export function parseYaml(file: string, text: string, firstLine = 1): YamlText {
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: "core", lineCounter: lines, uniqueKeys: true });
  const lineAt = (offset: number): number => lines.linePos(offset).line + firstLine - 1;
  const lineOf = (path: Path): number | undefined => {
    for (let depth = path.length; depth >= 0; depth -= 1) {
      const node = document.getIn(path.slice(0, depth).map(String).map(asIndex), true);
      if ((isScalar(node) || isMap(node) || isSeq(node)) && node.range) return lineAt(node.range[0]);
    }
    return undefined;
  };
  const errors = document.errors.map((error) => ({ file, line: lineAt(error.pos[0]), message: error.message }));
  return { value: errors.length > 0 ? undefined : document.toJS(), errors, lineOf };
}

const asIndex = (key: string): string | number => (/^\d+$/.test(key) ? Number(key) : key);

/** Parses a YAML text by a schema; every fault is reported, each with its line. */
export function parseWith<T>(schema: z.ZodType<T>, yaml: YamlText, file: string): ParsedYaml<T> {
  if (yaml.errors.length > 0) return { ok: false, errors: yaml.errors };
  const result = schema.safeParse(yaml.value);
  if (result.success) return { ok: true, value: result.data, lineOf: yaml.lineOf };
  return {
    ok: false,
    errors: result.error.issues.map((issue) => {
      const line = yaml.lineOf(issue.path);
      const at = issue.path.length > 0 ? `${issue.path.map(String).join(".")}: ` : "";
      return { file, message: `${at}${issue.message}`, ...(line === undefined ? {} : { line }) };
    }),
  };
}

/** `root` is the project folder, `file` is relative to it. */
export async function readYaml<T>(root: string, file: string, schema: z.ZodType<T>): Promise<ParsedYaml<T>> {
  try {
    return parseWith(schema, parseYaml(file, await readFile(join(root, file), "utf8")), file);
  } catch (cause) {
    return { ok: false, errors: [{ file, message: cause instanceof Error ? cause.message : "cannot be read" }] };
  }
}
