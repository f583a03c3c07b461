import { randomUUID } from "node:crypto";
import { createInterface } from "node:readline";
import { projectRoot } from "../project-root.ts";
import { converseLine } from "./converse-line.ts";
import { createTalk } from "./create-talk.ts";

const INCIDENT = "kt-2025";

const talk = await createTalk({
  root: projectRoot,
  incident: INCIDENT,
  newId: randomUUID,
  now: new Date().toISOString(),
});
const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
let number = 0;
for await (const line of lines) {
  number += 1;
  if (line.trim() === "") continue;
  for (const answer of await converseLine(talk, line, number)) {
    if ("error" in answer) process.exitCode = 1;
    process.stdout.write(`${JSON.stringify(answer)}\n`);
  }
}
await talk.close();
