import { parseArgs } from "node:util";
import { readConfig } from "../config.ts";
import { loadContent } from "../content/load-content.ts";
import { projectRoot } from "../project-root.ts";
import { auditDatabase, auditFolder } from "./content-audit.ts";
import { checkContent } from "./content-check.ts";
import { learnFrom, learnFromDatabase } from "./content-learn.ts";
import { renderReview } from "./content-render.ts";
import { showAnswer } from "./content-show.ts";
import type { Printed } from "./printed.ts";

const USAGE = `npm run content -- check                              every fault of intents/ and dialogs/, with file and line
npm run content -- show <id> --as-of YYYY-MM-DD [--incident kt-2025]   an answer as of a day, in both languages
npm run content -- render                             the policies for legal review, to docs/policies/
npm run content -- audit [--data ./data]              decides every stored decision again and checks their chains,
                                                      in the database when DATABASE_URL is set and no folder is named (learn likewise)
npm run content -- learn [--data ./data]              sentences that staff have labelled become examples in intents/, to review
`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    "as-of": { type: "string", default: "" },
    incident: { type: "string", default: "kt-2025" },
    data: { type: "string" },
  },
});

const DATA = "./data";
const { code, text } = await run(positionals[0]);
(code === 0 ? process.stdout : process.stderr).write(text);
process.exitCode = code;

async function run(command: string | undefined): Promise<Printed> {
  switch (command) {
    case "check":
      return checkContent(projectRoot);
    case "show": {
      const wanted = { id: positionals[1] ?? "", day: values["as-of"], incident: values.incident };
      return showAnswer(await loadContent(projectRoot), wanted);
    }
    case "render": {
      const changed = await renderReview(projectRoot, await loadContent(projectRoot));
      return {
        code: 0,
        text: [...changed, `${changed.length === 0 ? "nothing" : "docs/policies"} changed`, ""].join("\n"),
      };
    }
    case "audit":
      return auditStored(values.data);
    case "learn":
      return learnStored(values.data);
    default:
      return { code: 2, text: USAGE };
  }
}

function auditStored(folder: string | undefined): Promise<Printed> {
  const url = databaseUnless(folder);
  return url === undefined ? auditFolder(projectRoot, folder ?? DATA) : auditDatabase(projectRoot, url);
}

function learnStored(folder: string | undefined): Promise<Printed> {
  const url = databaseUnless(folder);
  return url === undefined ? learnFrom(projectRoot, folder ?? DATA) : learnFromDatabase(projectRoot, url);
}

/** A named folder goes before the database of the environment. */
const databaseUnless = (folder: string | undefined): string | undefined =>
  folder === undefined ? readConfig().DATABASE_URL : undefined;
