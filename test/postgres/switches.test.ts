import { describe, expect, it } from "vitest";
import { createAssistant } from "../../src/assistant.ts";
import { seoulClock } from "../../src/clock.ts";
import { loadContent } from "../../src/content/load-content.ts";
import { agentId, conversationId } from "../../src/core/ids.ts";
import { createLog } from "../../src/log.ts";
import type { Store } from "../../src/ports/store.ts";
import { projectRoot } from "../../src/project-root.ts";
import { scripted } from "../turn/scripted-assistant.ts";
import { hasPostgres, newSchema } from "./new-schema.ts";

const content = await loadContent(projectRoot);
const clock = seoulClock(() => "2026-01-12T01:00:00.000Z");
const CUSTOMERS = 40;

const assistantOn = (store: Store, name: string) => {
  let ids = 0;
  const parts = { content, incident: "kt-2025", understand: scripted, clock, log: createLog("silent") };
  return createAssistant({ ...parts, store, newId: () => `${name}-${ids++}` });
};

describe.skipIf(!hasPostgres())("switches turned at one process", () => {
  it("hold for every turn of the others from then on, though they knew them otherwise", async () => {
    const schema = await newSchema();
    const stores = [await schema.open(), await schema.open(), await schema.open()];
    const [one, ...others] = stores.map((store, n) => assistantOn(store, `p${n}`));
    const [store] = stores;
    if (one === undefined || store === undefined) throw new Error("no process");
    const ask = (n: number) =>
      one.intake({
        conversation: conversationId(`c${n}`),
        channel: "web-chat",
        dedupeKey: `m${n}`,
        activity: { kind: "said", text: "waiver_window", masked: 0 },
      });
    const keysOf = async (n: number) =>
      (await store.entries(conversationId(`c${n}`), 0)).flatMap(({ body }) =>
        body.kind === "bot" ? [body.said.key.split(".")[0]] : [],
      );
    const numbers = (from: number) => Array.from({ length: CUSTOMERS }, (_, n) => from + n);

    // Every process has read the switches as they stand.
    for (const [n, each] of [one, ...others].entries()) {
      await ask(10_000 + n);
      await each.handle();
    }
    await Promise.all(numbers(0).map(ask));
    await Promise.all(others.map((each) => each.handle()));
    expect((await Promise.all(numbers(0).map(keysOf))).flat()).toEqual(numbers(0).map(() => "waiver_window"));

    const agent = { id: agentId("lead"), name: "박팀장" };
    await store.turnSwitch({ name: "answer:kt-2025/waiver_window", off: true, reason: "확인", agent });
    await Promise.all(numbers(1_000).map(ask));
    await Promise.all(others.map((each) => each.handle()));
    expect((await Promise.all(numbers(1_000).map(keysOf))).flat()).toEqual(numbers(1_000).map(() => "switches"));
    await schema.drop();
  });
});
