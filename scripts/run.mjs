// Runs one entry point of src/ (`main`, `cli/converse` ...), built if needed: node scripts/run.mjs <entry> [arguments]
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ensureBuilt } from "./build.mjs";

const entry = process.argv[2];
// A runner of the tests is named by its way out of src/.
const dist = ensureBuilt({ withTests: entry?.startsWith("..") ?? false });
process.argv.splice(1, 2, join(dist, "src", `${entry}.js`));
await import(pathToFileURL(process.argv[1]).href);
