import { spawnSync } from "node:child_process";
import { ensureBuilt, root } from "../../scripts/build.mjs";

/** Compiles the program and trains its models once, before tests that need either. */
export default function setup(): void {
  ensureBuilt();
  spawnSync(process.execPath, ["scripts/run.mjs", "cli/classify"], { cwd: root, input: "", stdio: ["pipe", 1, 2] });
}
