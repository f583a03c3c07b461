import { afterAll, beforeAll, expect, it } from "vitest";
import { createAssistant } from "../../src/assistant.ts";
import { seoulClock } from "../../src/clock.ts";
import { agentId, conversationId } from "../../src/core/ids.ts";
import { loadAssistantContent } from "../../src/load-assistant-content.ts";
import { createLog } from "../../src/log.ts";
import type { Store } from "../../src/ports/store.ts";
import { projectRoot } from "../../src/project-root.ts";
import { openSqlite } from "../../src/store/open-sqlite.ts";

let store: Store;
let assistant: ReturnType<typeof createAssistant>;
let ids = 0;

beforeAll(async () => {
  const clock = seoulClock(() => "2026-01-12T01:00:00.000Z");
  store = await openSqlite({ folder: ":memory:", clock });
  const loaded = await loadAssistantContent(projectRoot, "kt-2025");
  const parts = { ...loaded, incident: "kt-2025", store, clock, log: createLog("silent") };
  assistant = createAssistant({ ...parts, newId: () => `id-${ids++}` });
}, 120_000);
afterAll(() => store.close());

const say = async (conversation: string, ...texts: readonly string[]) => {
  for (const text of texts) {
    await assistant.intake({
      conversation: conversationId(conversation),
      channel: "web-chat",
      dedupeKey: `m${ids++}`,
      activity: { kind: "said", text, masked: 0 },
    });
    await assistant.handle();
  }
};
const open = async () => (await store.reviews("open", 100)).map(({ text, count }) => `${count} ${text}`).sort();

it("lists what three customers could not make clear, redacted and counted, and nothing said to a person", async () => {
  await say("c1", "위약금 면제 언제까지예요?");
  expect(await open()).toEqual([]);
  await say("c1", "하늘이 참 파랗네 010-1234-5678");
  await say("c2", "하늘이 참 파랗네, 010 9999 8888!");
  await say("c3", "900101-1234567 하늘이 참 파랗네", "바다도 파랗다", "산은 초록색이고", "들판은 노랗다");
  const heard = await open();
  expect(heard).toEqual([
    "1 [주민등록번호 가림] 하늘이 참 파랗네",
    "1 바다도 파랗다",
    "1 산은 초록색이고",
    "2 하늘이 참 파랗네 [전화번호 가림]",
  ]);

  const claim = { kind: "desk", agent: { id: agentId("a1"), name: "민지" }, act: { kind: "claim" } } as const;
  await assistant.intake({ conversation: conversationId("c3"), channel: "web-chat", dedupeKey: "k", activity: claim });
  await assistant.handle();
  await say("c3", "밭은 갈색이다");
  expect(await open()).toEqual(heard);
});
