import { describe, expect, it } from "vitest";
import { barrels, emptyNames, longFiles } from "./file-shape.ts";
import { programFiles, projectFiles } from "./source-file.ts";
import { withoutComments } from "./without-comments.ts";

const file = (path: string, text = "export const a = 1;\n") => [{ path, text }];

describe("the shape of files", () => {
  it("is short", () => {
    const ours = projectFiles.filter(({ path }) => path.startsWith("src/") || /^dialogs\/.*\.ts$/.test(path));
    expect(longFiles(ours)).toEqual([]);
    expect(longFiles(file("src/core/a.ts", "a\n".repeat(251)))).toHaveLength(1);
    expect(longFiles(file("src/core/a.ts", "a\n".repeat(250)))).toEqual([]);
    expect(longFiles(file("src/desk/page/a.css", "a\n".repeat(401)))).toHaveLength(1);
  });

  it("keeps what decides about entitlement small enough to be read in one sitting", () => {
    const core = projectFiles.filter(({ path }) => /^src\/policy\/[^/]+\.ts$/.test(path));
    const lines = core.flatMap(({ text }) => withoutComments(text).split("\n")).filter((line) => line.trim() !== "");
    expect(core.length).toBeGreaterThan(5);
    expect(lines.length).toBeLessThanOrEqual(500);
    expect(core.filter(({ text }) => text.includes("./load/")).map(({ path }) => path)).toEqual([]);
  });

  it("has no barrels", () => {
    expect(barrels(programFiles)).toEqual([]);
    expect(barrels(file("src/core/index.ts"))).toHaveLength(1);
    expect(
      barrels(file("src/core/all.ts", '// all\nexport { a } from "./a.ts";\nexport * from "./b.ts";\n')),
    ).toHaveLength(1);
    expect(barrels(file("src/understanding/index.ts", 'export { a } from "./a.ts";\n'))).toEqual([]);
    expect(barrels(file("src/core/a.ts", 'export type { A } from "./b.ts";\nexport const a = 1;\n'))).toEqual([]);
  });

  it("has names that say something", () => {
    const named = projectFiles.filter(({ path }) => /^(src|dialogs|test|scripts)\//.test(path));
    expect(emptyNames(named)).toEqual([]);
    expect(emptyNames(file("src/core/utils.ts"))).toHaveLength(1);
    expect(emptyNames(file("src/common/a.ts"))).toHaveLength(1);
    expect(emptyNames(file("src/desk/case-manager.ts"))).toHaveLength(1);
    expect(emptyNames(file("src/store/database.ts"))).toEqual([]);
  });
});
