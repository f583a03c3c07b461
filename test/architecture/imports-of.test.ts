import { describe, expect, it } from "vitest";
import { importsOf } from "./imports-of.ts";
import { withoutComments } from "./without-comments.ts";

const brief = (code: string) => importsOf(code).map(({ kind, specifier }) => `${kind} ${specifier}`);

describe("reading imports", () => {
  it.each([
    ['import { a } from "./a.ts";', "value ./a.ts"],
    ['import a, { b as c } from "./a.ts";', "value ./a.ts"],
    ['import * as a from "./a.ts";', "value ./a.ts"],
    ['import type { A } from "./a.ts";', "type ./a.ts"],
    ['import { type A, type B } from "./a.ts";', "type ./a.ts"],
    ['import { type A, b } from "./a.ts";', "value ./a.ts"],
    ['import {\n  a, // why\n  type B,\n} from "./a.ts";', "value ./a.ts"],
    ['import "./a.ts";', "value ./a.ts"],
    ['export { a } from "./a.ts";', "value ./a.ts"],
    ['export * from "./a.ts";', "value ./a.ts"],
    ['export type { A } from "./a.ts";', "type ./a.ts"],
    ['const a = await import("libsql");', "value libsql"],
    ['const a = require("libsql");', "value libsql"],
    ['const load = createRequire(import.meta.url);\nconst a = load("natural");', "value natural"],
    ['const a = createRequire(import.meta.url)("natural");', "value natural"],
    ['const a = process.getBuiltinModule("node:sqlite");', "value node:sqlite"],
    ['new Worker(new URL("./worker.js", import.meta.url));', "value ./worker.js"],
  ])("sees %j", (code, expected) => {
    expect(brief(code)).toEqual([expected]);
  });

  it("sees neither comments nor words", () => {
    expect(brief('// import { a } from "./a.ts";\n/* import "./b.ts"; */\nexport const from = "./c.ts";\n')).toEqual(
      [],
    );
  });

  it("reads past regular expressions and strings that look like comments", () => {
    const code = 'const a = /["\'/*]/;\nconst b = "// no";\nconst c = `/* no */`;\nimport { d } from "./d.ts"; // yes';
    expect(brief(code)).toEqual(["value ./d.ts"]);
    expect(withoutComments(code)).toContain("/* no */");
    expect(withoutComments(code)).not.toContain("yes");
  });

  it("gives the line", () => {
    expect(importsOf('\n\nimport { a } from "./a.ts";')[0]?.line).toBe(3);
  });
});
