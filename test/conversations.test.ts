import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, it } from "vitest";
import { createTalk, type Talk } from "../src/cli/create-talk.ts";
import { projectRoot } from "../src/project-root.ts";
import { parseChat } from "./chat/parse-chat.ts";
import { runChat } from "./chat/run-chat.ts";

const folder = join(projectRoot, "test/conversations");
const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".chat"));

describe("conversations", () => {
  let talk: Talk;
  let ids = 0;

  beforeAll(async () => {
    const newId = () => `id-${ids++}`;
    talk = await createTalk({
      root: projectRoot,
      incident: "kt-2025",
      newId,
      now: "2026-01-10T01:00:00.000Z",
      liveSupport: { cases: "support-webhook", callBacks: "support-webhook" },
    });
  }, 120_000);
  afterAll(() => talk.close());

  it.each(files.sort())("%s", async (name) => {
    await runChat(talk, parseChat(readFileSync(join(folder, name), "utf8")), name);
  });
});
