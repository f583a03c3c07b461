import { createInterface } from "node:readline";
import { loadIncidentFiles } from "../content/load-incident-files.ts";
import { loadIntents } from "../content/load-intents.ts";
import { ownIncident } from "../content/own-incident.ts";
import { projectRoot } from "../project-root.ts";
import { createUnderstand, obtainModels, toSamples, type Vocabulary } from "../understanding/index.ts";
import { classifyLine } from "./classify-line.ts";

const { intents, errors } = await loadIntents(projectRoot);
for (const { file, message } of errors) process.stderr.write(`${file}: ${message}\n`);
const { samples, negatives, labels } = toSamples(intents);
const models = await obtainModels({ samples, negatives, root: projectRoot });
const incidents = (await loadIncidentFiles(projectRoot)).map(ownIncident);
const vocabulary: Vocabulary = {
  incident: {
    names: incidents.flatMap(({ names }) => names),
    year: Math.max(...incidents.map(({ year }) => year)),
  },
  facts: {},
};
const understand = createUnderstand({ models, labels, vocabulary });
const today = new Date().toISOString().slice(0, 10);

let number = 0;
for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  number += 1;
  if (line.trim() === "") continue;
  const answer = classifyLine(line, number, (text, language) => understand(text, { language, today }));
  if ("error" in answer) process.exitCode = 1;
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
