import { createInterface } from "node:readline";
import { loadIntents } from "../content/load-intents.ts";
import { projectRoot } from "../project-root.ts";
import { createUnderstand, obtainModels, toSamples } from "../understanding/index.ts";
import { classifyLine } from "./classify-line.ts";

const { intents, errors } = await loadIntents(projectRoot);
for (const { file, message } of errors) process.stderr.write(`${file}: ${message}\n`);
const { samples, negatives, labels } = toSamples(intents);
const models = await obtainModels({ samples, negatives, root: projectRoot });
const understand = createUnderstand({ models, labels });
const today = new Date().toISOString().slice(0, 10);

let number = 0;
for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  number += 1;
  if (line.trim() === "") continue;
  const answer = classifyLine(line, number, (text, language) => understand(text, { language, today }));
  if ("error" in answer) process.exitCode = 1;
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
