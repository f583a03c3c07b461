import { createInterface } from "node:readline";
import { builtFrom } from "../built-from.ts";
import { loadContent } from "../content/load-content.ts";
import { answerLine } from "./eligibility-line.ts";

const content = await loadContent(process.cwd(), builtFrom);

for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  const answer = answerLine(line, content);
  if ("error" in answer) process.exitCode = 1;
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
