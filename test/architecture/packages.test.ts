import { describe, expect, it } from "vitest";
import { lockFlaws, missingFromLock, packageFlaws } from "./packages.ts";
import { projectFile } from "./source-file.ts";

const read = (path: string) => JSON.parse(projectFile(path).text);
const engines = { node: ">=20.19" };

describe("what npm installs", () => {
  it("is pinned, and runs from Node 20.19 on", () => {
    expect(packageFlaws(read("package.json"))).toEqual([]);
    for (const version of ["^1.0.0", "~1.0.0", "1", "latest", ">=1.0.0", "file:../a"]) {
      expect(packageFlaws({ engines, dependencies: { a: version } })).toHaveLength(1);
      expect(packageFlaws({ engines, devDependencies: { a: version } })).toHaveLength(1);
    }
    expect(packageFlaws({ engines: { node: ">=22" } })).toHaveLength(1);
    expect(packageFlaws({ engines, scripts: { postinstall: "node a.mjs" } })).toHaveLength(1);
  });

  it("needs no install script, is checked by integrity and names no registry", () => {
    const lock = read("package-lock.json");
    expect(Object.keys(lock.packages).length).toBeGreaterThan(100);
    expect(lockFlaws(lock)).toEqual([]);
    const sound = { integrity: "sha512-x" };
    expect(lockFlaws({ packages: { "": {}, "node_modules/a": sound } })).toEqual([]);
    expect(lockFlaws({ packages: { "node_modules/a": { ...sound, hasInstallScript: true } } })).toHaveLength(1);
    expect(
      lockFlaws({ packages: { "node_modules/a": { ...sound, resolved: "https://a.example/a.tgz" } } }),
    ).toHaveLength(1);
    expect(lockFlaws({ packages: { "node_modules/a": {} } })).toHaveLength(1);
  });

  it("is in the lock as a whole, for every system", () => {
    expect(missingFromLock(read("package-lock.json"))).toEqual([]);
    const asking = { optionalDependencies: { b: "1.0.0" } };
    expect(missingFromLock({ packages: { "node_modules/a": asking } })).toHaveLength(1);
    expect(missingFromLock({ packages: { "node_modules/a": asking, "node_modules/a/node_modules/b": {} } })).toEqual(
      [],
    );
    expect(missingFromLock({ packages: { "node_modules/x/node_modules/a": asking, "node_modules/b": {} } })).toEqual(
      [],
    );
    expect(
      missingFromLock({ packages: { "node_modules/a": asking, "node_modules/c/node_modules/b": {} } }),
    ).toHaveLength(1);
  });
});
