import { randomUUID } from "node:crypto";
import { createInterface } from "node:readline/promises";
import { readConfig } from "../config.ts";
import type { Activity } from "../core/activity.ts";
import { conversationId } from "../core/ids.ts";
import { projectRoot } from "../project-root.ts";
import { createTalk, type Heard } from "./create-talk.ts";

const { AS_OF, INCIDENT } = readConfig();
const now = (): string => new Date().toISOString();
const conversation = conversationId(randomUUID());
const talk = await createTalk({ root: projectRoot, incident: INCIDENT, newId: randomUUID, now: now(), asOf: AS_OF });

function show(turns: readonly Heard[]): void {
  for (const { said } of turns) {
    for (const body of said) {
      if (body.kind !== "bot") continue;
      const sources = body.said.sources.map(({ label, url }) => `\n  ↳ ${label} ${url}`).join("");
      const buttons = body.said.buttons.length === 0 ? "" : `\n  [${body.said.buttons.join("] [")}]`;
      process.stdout.write(`\n${body.said.text}${sources}${buttons}\n`);
    }
  }
}

async function say(activity: Activity): Promise<void> {
  talk.setClock(now());
  show(await talk.say(conversation, activity));
}

await say({ kind: "opened", language: "ko" });
const terminal = createInterface({ input: process.stdin, output: process.stdout, prompt: "\n> " });
terminal.prompt();
for await (const text of terminal) {
  await say({ kind: "said", text, masked: 0 });
  terminal.prompt();
}
await talk.close();
