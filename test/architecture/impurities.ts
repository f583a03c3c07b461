import type { SourceFile } from "./source-file.ts";
import { withoutComments } from "./without-comments.ts";

interface Rule {
  readonly what: string;
  readonly pattern: RegExp;
  /** Files and folders that may. */
  readonly home: readonly string[];
}

const MACHINE = ["src/main.ts", "src/cli/"];

/** What only one place may touch: settings, the machine's clock, chance. Others get them as parameters. */
const RULES: readonly Rule[] = [
  {
    what: "the environment",
    pattern: /\bprocess\s*(?:\?\.|\.)\s*env\b|\bprocess\s*\[\s*["'`]env|\{[^}]*\benv\b[^}]*\}\s*=\s*process\b/g,
    home: ["src/config.ts"],
  },
  {
    what: "the machine's clock",
    pattern: /\bDate\s*\.\s*now\b|\bnew\s+Date\s*(?:\(\s*\)|(?![\s(\w]))/g,
    home: MACHINE,
  },
  {
    what: "the machine's clock",
    pattern: /\bTemporal\s*\.\s*Now\b|(?<!new\s)(?<![\w.])Date\s*\(\s*\)/g,
    home: MACHINE,
  },
  {
    what: "chance",
    pattern: /\bMath\s*\.\s*random\b|\b(?:randomUUID|randomBytes|randomInt|getRandomValues)\b/g,
    home: MACHINE,
  },
];

/** Every use of the environment, the clock or chance outside its home. */
export const impurities = (files: readonly SourceFile[]): readonly string[] =>
  files.flatMap(({ path, text }) => {
    const code = withoutComments(text);
    return RULES.filter(({ home }) => !home.some((place) => path.startsWith(place))).flatMap(({ what, pattern }) =>
      [...code.matchAll(pattern)].map(
        ({ index, 0: found }) => `${path}:${code.slice(0, index).split("\n").length}: ${what} (${found})`,
      ),
    );
  });
