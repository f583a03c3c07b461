import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { projectRoot } from "../../src/project-root.ts";

const PEERS = "test/bench/peers";

export interface Peer {
  readonly module: unknown;
  readonly version: string;
}

/** A library that is measured against. All peers are installed when one is missing or of another version. */
export function loadPeer(name: string): Peer {
  const folder = installed(PEERS);
  return { module: createRequire(join(folder, "package.json"))(name), version: versionIn(folder, name) ?? "" };
}

/** Path of a package.json's folder, of which every dependency is now in place in the wanted version. */
export function installed(place: string): string {
  const folder = join(projectRoot, place);
  const { dependencies } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const complete = Object.entries(dependencies).every(([name, version]) => versionIn(folder, name) === version);
  if (!complete) install(folder);
  return folder;
}

function versionIn(folder: string, name: string): string | undefined {
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
