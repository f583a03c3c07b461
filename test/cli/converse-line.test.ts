import { afterAll, beforeAll, expect, it } from "vitest";
import { converseLine } from "../../src/cli/converse-line.ts";
import { createTalk, type Talk } from "../../src/cli/create-talk.ts";
import { projectRoot } from "../../src/project-root.ts";

let talk: Talk;
let ids = 0;
let lines = 0;

beforeAll(async () => {
  const newId = () => `id-${ids++}`;
  talk = await createTalk({ root: projectRoot, incident: "kt-2025", newId, now: "2026-01-12T01:00:00.000Z" });
}, 120_000);
afterAll(() => talk.close());

const say = async (line: object) =>
  (await converseLine(talk, JSON.stringify(line), ++lines)).map((spoken) =>
    "error" in spoken ? spoken.error.message : `${spoken.conversation} ${spoken.key} ${spoken.owner}`,
  );

it("lets time pass with a line that holds nothing but a moment", async () => {
  expect(await say({ conversation: "c1", text: "상담원 연결", at: "2026-01-12T10:00:00" })).toEqual([
    "c1 hand-off.queued queued",
  ]);
  expect(await say({ conversation: "c2", text: "사람 연결", at: "2026-01-12T10:05:00" })).toEqual([
    "c2 hand-off.queued queued",
  ]);
  expect(await say({ conversation: "c1", at: "2026-01-12T10:19:00" })).toEqual([]);
  expect(await say({ conversation: "c1", at: "2026-01-12T10:25:00" })).toEqual([
    "c1 hand-off.still-waiting queued",
    "c2 hand-off.still-waiting queued",
  ]);
});

it("passes cases on, and lets only a lead take them over", async () => {
  await say({ conversation: "c3", text: "상담원 연결", at: "2026-01-12T11:00:00" });
  await say({ conversation: "c3", desk: { agent: "김상담", act: "claim" } });
  expect(await say({ conversation: "c3", desk: { agent: "김상담", act: "transfer", to: "이상담" } })).toEqual([
    "c3 hand-off.transferred agent",
  ]);
  expect(await say({ conversation: "c3", desk: { agent: "박팀장", act: "take-over" } })).toEqual([]);
  expect(await say({ conversation: "c3", desk: { agent: "박팀장", act: "take-over", lead: true } })).toEqual([
    "c3 hand-off.transferred agent",
  ]);
});
