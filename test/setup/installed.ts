import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../src/project-root.ts";

/** Path of a folder with a package.json and lock of its own, of which every dependency is now in place in the wanted version. */
export function installed(place: string): string {
  const folder = join(projectRoot, place);
  const { dependencies } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const complete = Object.entries(dependencies).every(([name, version]) => versionIn(folder, name) === version);
  if (!complete) install(folder);
  return folder;
}

/** Of a package that was installed in a folder; undefined when it was not. */
export function versionIn(folder: string, name: string): string | undefined {
  const file = join(folder, "node_modules", name, "package.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).version : undefined;
}

function install(folder: string): void {
  const { status } = spawnSync("npm", ["ci", "--ignore-scripts"], {
    cwd: folder,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error(`npm ci failed in ${folder}`);
}
