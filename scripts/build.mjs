// Compiles src, dialogs and test to dist/ when their content has changed since the last build.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const dist = join(root, "dist");
const stamp = join(dist, "built-from");

function contentHash() {
  const hash = createHash("sha256");
  const files = ["src", "dialogs", "test"].flatMap((folder) =>
    existsSync(join(root, folder))
      ? readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
          .map((entry) => join(entry.parentPath, entry.name))
      : [],
  );
  for (const file of [...files.sort(), join(root, "tsconfig.json"), join(root, "package-lock.json")]) {
    hash.update(file.slice(root.length)).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

/** Two starts may build at once; whoever comes second finds the same thing in place already. */
function putInPlace(fresh, wanted) {
  try {
    rmSync(dist, { recursive: true, force: true });
    renameSync(fresh, dist);
  } catch (error) {
    if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== wanted) throw error;
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** Returns the folder of the compiled program. Types are not checked here: `npm run types` does. */
export function ensureBuilt() {
  const wanted = contentHash();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return dist;
  const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin", "tsc");
  const fresh = join(root, `dist.${process.pid}`);
  const run = spawnSync(process.execPath, [tsc, "--noCheck", "--outDir", fresh], {
    cwd: root,
    stdio: ["ignore", 2, 2],
  });
  if (run.status !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    throw new Error("The build failed; the compiler's messages are above.");
  }
  writeFileSync(join(fresh, "src/built-from.js"), `export const builtFrom = ${JSON.stringify(wanted)};\n`);
  writeFileSync(join(fresh, "built-from"), wanted);
  putInPlace(fresh, wanted);
  return dist;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) ensureBuilt();
