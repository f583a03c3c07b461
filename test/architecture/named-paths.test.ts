import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../../scripts/build.mjs";
import { missingPaths } from "./named-paths.ts";
import { projectFiles } from "./source-file.ts";

const documents = projectFiles.filter(({ path }) => path === "README.md" || /^docs\/.*\.md$/.test(path));

describe("the documents", () => {
  it("name only files and folders that exist", () => {
    expect(documents.length).toBeGreaterThan(10);
    expect(missingPaths(documents, (path) => existsSync(join(root, path)))).toEqual([]);
  });

  it("are found out when a file has moved", () => {
    const text = "See `src/core/`, `src/old.ts` and `dialogs/incidents/<id>/`; `npm test` is no path.";
    expect(missingPaths([{ path: "docs/a.md", text }], (path) => path === "src/core/")).toEqual([
      "docs/a.md: src/old.ts",
    ]);
  });
});
