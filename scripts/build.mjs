// Compiles src, dialogs and test to dist/ when their content has changed since the last build.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const dist = join(root, "dist");
/** What the program was compiled from, and what the tests were. */
const stamps = { program: join(dist, "built-from"), tests: join(dist, "tests-built-from") };

function hashOf(folders, others = []) {
  const hash = createHash("sha256");
  const files = folders.flatMap((folder) =>
    existsSync(join(root, folder))
      ? readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
          .map((entry) => join(entry.parentPath, entry.name))
      : [],
  );
  for (const file of [...files.sort(), ...others.map((name) => join(root, name))]) {
    hash.update(file.slice(root.length)).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

const hashOfProgram = () => hashOf(["src", "dialogs"], ["tsconfig.json", "package-lock.json", "scripts/build.mjs"]);
const hashOfTests = () => hashOf(["test"]);

const isStamped = (stamp, hash) => existsSync(stamp) && readFileSync(stamp, "utf8") === hash;

/** Two starts may build at once; whoever comes second finds the same thing in place already. */
function putInPlace(fresh, isThere) {
  try {
    rmSync(dist, { recursive: true, force: true });
    renameSync(fresh, dist);
  } catch (error) {
    if (!isThere()) throw error;
    rmSync(fresh, { recursive: true, force: true });
  }
}

/**
 * Returns the folder of the compiled program. Types are not checked here: `npm run types` does. A start of the program alone need not
 * look whether the tests have changed.
 */
export function ensureBuilt({ withTests = true } = {}) {
  const program = hashOfProgram();
  const isProgram = () => isStamped(stamps.program, program);
  if (!withTests && isProgram()) return dist;
  const tests = hashOfTests();
  const isThere = () => isProgram() && isStamped(stamps.tests, tests);
  if (isThere()) return dist;
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
  writeFileSync(join(fresh, "src/built-from.js"), `export const builtFrom = ${JSON.stringify(program)};\n`);
  writeFileSync(join(fresh, "tests-built-from"), tests);
  writeFileSync(join(fresh, "built-from"), program);
  putInPlace(fresh, isThere);
  return dist;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) ensureBuilt();
