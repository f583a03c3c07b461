import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";

const TIMEOUT_MS = 180_000;

/** The npm that belongs to the running Node; the search path is the fallback. */
const npmCommand = (): readonly [string, ...string[]] => {
  const folder = dirname(process.execPath);
  const script = [
    join(folder, "..", "lib", "node_modules", "npm", "bin", "npm-cli.js"),
    join(folder, "node_modules", "npm", "bin", "npm-cli.js"),
    join(folder, "..", "share", "nodejs", "npm", "bin", "npm-cli.js"),
  ].find((path) => existsSync(path));
  return script === undefined ? ["npm"] : [process.execPath, script];
};

/** Downloads the tarball of a package version into `folder` with npm and returns its bytes; throws when npm fails. */
export const packWithNpm = async (spec: string, folder: string): Promise<Buffer> => {
  const [command, ...first] = npmCommand();
  const child = spawn(command, [...first, "pack", spec, "--ignore-scripts", "--silent", "--pack-destination", folder], {
    cwd: folder,
    stdio: ["ignore", "ignore", "pipe"],
    timeout: TIMEOUT_MS,
    shell: command === "npm" && process.platform === "win32",
  });
  let complaint = "";
  child.stderr.on("data", (part: Buffer) => {
    complaint = (complaint + part.toString("utf8")).slice(-2_000);
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  const tarball = (await readdir(folder)).find((name) => name.endsWith(".tgz"));
  if (code !== 0 || tarball === undefined) throw new Error(`npm pack ended with ${code}: ${complaint.trim()}`);
  return readFile(join(folder, tarball));
};
