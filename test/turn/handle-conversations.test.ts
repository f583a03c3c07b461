import { describe, expect, it } from "vitest";
import type { LogEntry } from "../../src/ports/log-entry.ts";
import type { Store } from "../../src/ports/store.ts";
import { createKeptMeter } from "../ports/create-kept-meter.ts";
import { CONVERSATION, scriptedAssistant } from "./scripted-assistant.ts";

const keysOf = (entries: readonly LogEntry[]): readonly string[] =>
  entries.flatMap(({ body }) => (body.kind === "bot" ? [body.said.key] : []));

describe("handleConversations", () => {
  it("takes 20 messages that arrive at once in order, each once", async () => {
    const { assistant, store, say } = await scriptedAssistant();
    const texts = Array.from({ length: 20 }, (_, n) => (n % 2 === 0 ? "greeting" : "thanks"));
    await Promise.all(texts.map((text, n) => say(text, `k-${n}`)));
    await Promise.all([assistant.handle(), assistant.handle(), assistant.handle()]);
    expect(keysOf(await store.entries(CONVERSATION, 0))).toEqual(texts.map((text) => `small-talk.${text}`));
  });

  it("answers a message that arrives twice once", async () => {
    const { assistant, store, say } = await scriptedAssistant();
    await say("greeting", "same");
    await say("greeting", "same");
    await assistant.handle();
    await say("greeting", "same");
    await assistant.handle();
    expect(keysOf(await store.entries(CONVERSATION, 0))).toEqual(["small-talk.greeting"]);
  });

  it("tells the customer and opens a case when a turn breaks, and logs no words", async () => {
    const { assistant, store, say, log } = await scriptedAssistant();
    await say("boom", "k-1");
    await assistant.handle();
    expect(keysOf(await store.entries(CONVERSATION, 0))).toEqual(["repair.failed", "hand-off.queued"]);
    expect((await store.cases(10)).map(({ status, reason }) => [status, reason])).toEqual([["queued", "failed"]]);
    expect(log.join()).not.toContain("boom");
  });

  it("does the turn again when the commit fails, and says everything once", async () => {
    let failures = 2;
    const { assistant, store, say } = await scriptedAssistant((inner) => ({
      ...inner,
      commit: (lease, turn) => {
        failures -= 1;
        return failures >= 0 ? Promise.reject(new Error("disk full")) : inner.commit(lease, turn);
      },
      release: (lease) => inner.release(lease),
    }));
    await say("greeting", "k-1");
    await say("thanks", "k-2");
    while ((await store.conversation(CONVERSATION))?.lastSeq !== 4) await assistant.handle();
    expect(keysOf(await store.entries(CONVERSATION, 0))).toEqual(["small-talk.greeting", "small-talk.thanks"]);
  });

  it("counts how turns end, and measures their parts", async () => {
    const meter = createKeptMeter();
    const { assistant, say } = await scriptedAssistant(undefined, meter);
    await say("greeting", "k-1");
    await say("boom", "k-2");
    await assistant.handle();
    expect(meter.counted).toEqual(["accept accepted", "accept accepted", "turn small-talk", "turn failed"]);
    const parts = ["turn understand", "turn decide", "turn commit"];
    expect(meter.observed).toEqual(["accept", "accept", ...parts, ...parts]);
  });

  it("counts a turn that another holder overtook, and not its end", async () => {
    const meter = createKeptMeter();
    const fenced = (inner: Store): Store => ({ ...inner, commit: async () => "fenced" });
    const { assistant, say } = await scriptedAssistant(fenced, meter);
    await say("greeting", "k-1");
    await assistant.handle();
    expect(meter.counted).toEqual(["accept accepted", "fenced"]);
  });

  it("keeps the bot silent from the commit of the hand-off on", async () => {
    const { assistant, store, say } = await scriptedAssistant();
    await say("contact_agent", "k-1");
    await say("waiver_window", "k-2");
    await assistant.handle();
    expect(keysOf(await store.entries(CONVERSATION, 0))).toEqual(["hand-off.queued"]);
  });

  it("masks numbers that must never be stored, and says so", async () => {
    const { assistant, store, say } = await scriptedAssistant();
    await say("제 주민번호는 900101-1234568 이에요", "k-1");
    await assistant.handle();
    const entries = await store.entries(CONVERSATION, 0);
    expect(JSON.stringify(entries)).not.toMatch(/1234568|900101/);
    expect(keysOf(entries)[0]).toBe("repair.masked");
  });
});
