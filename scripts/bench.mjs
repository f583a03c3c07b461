// Measures one thing side by side with others: npm run -s bench -- <name> [its arguments]. Prints JSON lines.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ensureBuilt } from "./build.mjs";

const folder = join(ensureBuilt(), "test/bench");
const names = readdirSync(folder).flatMap((file) => /^(.+)-bench\.js$/.exec(file)?.[1] ?? []);
const [name = ""] = process.argv.slice(2);
const file = join(folder, `${name}-bench.js`);
if (names.includes(name) && existsSync(file)) {
  await import(pathToFileURL(file).href);
} else {
  process.stderr.write(`npm run -s bench -- <${names.sort().join(" | ")}>\n`);
  process.exitCode = 2;
}
