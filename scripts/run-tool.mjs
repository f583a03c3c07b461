// Starts the installed command-line tools with this Node, so that no shell and no PATH is involved.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./build.mjs";

/** The file behind a package's command: `commandOf("typescript", "tsc")`. */
function commandOf(name, command) {
  const folder = join(root, "node_modules", ...name.split("/"));
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return join(folder, typeof bin === "string" ? bin : bin[command]);
}

/** Runs a script of this Node and returns its exit code; 128 or more when a signal ended it. */
export function runNode(args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, ...env },
    });
    child.on("error", reject);
    child.on("exit", (code) => resolve(code ?? 128));
  });
}

export const runTool = (name, command, args, env) => runNode([commandOf(name, command), ...args], env);
