import { describe, expect, it } from "vitest";
import { importCycles } from "./import-cycles.ts";
import { projectFiles } from "./source-file.ts";

const importing = (path: string, specifier: string) => ({ path, text: `import type { A } from "${specifier}";` });

describe("import cycles", () => {
  it("do not exist", () => {
    expect(importCycles(projectFiles.filter(({ path }) => /^(src|dialogs|test)\/.*\.ts$/.test(path)))).toEqual([]);
  });

  it("are found, also over three files and types alone", () => {
    const ring = [
      importing("src/core/a.ts", "./b.ts"),
      importing("src/core/b.ts", "../dialog/c.ts"),
      importing("src/dialog/c.ts", "../core/a.ts"),
    ];
    expect(importCycles(ring)).toEqual(["src/core/a.ts → src/core/b.ts → src/dialog/c.ts → src/core/a.ts"]);
    expect(importCycles(ring.slice(0, 2))).toEqual([]);
  });
});
