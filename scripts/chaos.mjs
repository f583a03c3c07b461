// Real servers, killed and frozen while customers talk to them: npm run -s chaos -- --conversations 1000 --seed 1
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ensureBuilt } from "./build.mjs";

await import(pathToFileURL(join(ensureBuilt(), "test/chaos/chaos-command.js")).href);
