import { describe, expect, it } from "vitest";
import { loadContent } from "../../src/content/load-content.ts";
import { agentId } from "../../src/core/ids.ts";
import { CONVERSATION_INTENTS, INTENTS } from "../../src/core/intent.ts";
import { intentButton, type Message } from "../../src/core/message.ts";
import { NOTHING_OFF, switchName, turnedOff } from "../../src/core/switch.ts";
import { holdBack } from "../../src/dialog/hold-back.ts";
import type { LogEntry } from "../../src/ports/log-entry.ts";
import { projectRoot } from "../../src/project-root.ts";
import { createSwitchReader } from "../../src/turn/create-switch-reader.ts";
import { guardSwitches } from "../../src/turn/guard-switches.ts";
import { CONVERSATION, scriptedAssistant } from "./scripted-assistant.ts";

const incident = "kt-2025";
const lead = { id: agentId("lead"), name: "박팀장" };
const answerOff = (answer: string) => ({
  name: switchName({ kind: "answer", incident, answer }),
  off: true,
  reason: "확인 중",
  agent: lead,
});
const keysOf = (entries: readonly LogEntry[]) =>
  entries.flatMap(({ body }) => (body.kind === "bot" ? [body.said.key] : []));

describe("switches in a turn", () => {
  it("hold back every answer of the incident that is off, whatever is asked, and let all others pass", async () => {
    const { assistant, store, say } = await scriptedAssistant();
    const asked = INTENTS.filter((intent) => !CONVERSATION_INTENTS.has(intent) && intent !== "contact_agent");
    for (const intent of asked.filter((_, n) => n % 2 === 0)) await store.turnSwitch(answerOff(intent));
    for (const intent of asked) {
      await say(intent, intent);
      await say("start_over", `${intent} done`);
    }
    await assistant.handle();
    const told = new Set(keysOf(await store.entries(CONVERSATION, 0)).map((key) => key.split(".", 1)[0] ?? ""));
    expect(asked.filter((intent, n) => n % 2 === 0 && told.has(intent))).toEqual([]);
    expect(asked.filter((intent, n) => n % 2 === 1 && !told.has(intent))).toEqual([]);
  });

  it("count from the very turn that is under way: it is decided again", async () => {
    let turned = false;
    const { assistant, store, say, log } = await scriptedAssistant((inner) => ({
      ...inner,
      // The lead is faster by a hair: between the decision and its commit.
      commit: async (lease, turn) => {
        if (!turned) await inner.turnSwitch(answerOff("waiver_window"));
        turned = true;
        return inner.commit(lease, turn);
      },
    }));
    await say("waiver_window", "k-1");
    await assistant.handle();
    expect(keysOf(await store.entries(CONVERSATION, 0))).toEqual(["switches.answer-off-person"]);
    expect(log.join("\n")).toContain("turn outdated");
  });

  it("count for a process that did not turn them, which asks the store only when they have changed", async () => {
    let asked = 0;
    const { assistant, store, say } = await scriptedAssistant((inner) => ({
      ...inner,
      switches: () => {
        asked += 1;
        return inner.switches();
      },
    }));
    for (const n of [1, 2, 3]) await say("waiver_window", `before-${n}`);
    await assistant.handle();
    expect(asked).toBe(1);
    await store.turnSwitch(answerOff("waiver_window"));
    for (const n of [1, 2, 3]) await say("waiver_window", `after-${n}`);
    await assistant.handle();
    expect(asked).toBe(2);
    expect(keysOf(await store.entries(CONVERSATION, 0)).slice(-3)).not.toContain("waiver_window.open");
  });

  it("stop a turn that would say what is off all the same", () => {
    const off = turnedOff(
      { version: 1, off: [{ ...answerOff("waiver_window"), version: 1, at: "" }] },
      incident,
      "web-chat",
    );
    const message: Message = { kind: "answer", answer: "waiver_window.open", buttons: [] };
    expect(() => guardSwitches(message, off)).toThrowError("off");
    expect(() => guardSwitches({ ...message, answer: "waiver_amount.open" }, off)).not.toThrowError();
    const pack = turnedOff(
      { version: 1, off: [{ ...answerOff(""), name: `pack:${incident}`, version: 1, at: "" }] },
      incident,
      "",
    );
    expect(() => guardSwitches({ kind: "question", fact: "line_kind", part: "ask", buttons: [] }, pack)).toThrowError();
  });
});

describe("holdBack", () => {
  const off = turnedOff(
    { version: 1, off: [{ ...answerOff("waiver_window"), version: 1, at: "" }] },
    incident,
    "web-chat",
  );
  const answer = (id: string, ...buttons: readonly Message["buttons"][number][]): Message => ({
    kind: "answer",
    answer: id,
    buttons,
  });

  it("changes nothing while nothing is off", () => {
    const decision = {
      outcome: "answered",
      effects: [{ kind: "say", message: answer("waiver_window.open") }],
    } as const;
    expect(holdBack(decision, NOTHING_OFF)).toBe(decision);
  });

  it("says it once for several answers, in the place of the first, and keeps the question that is open", () => {
    const question = { kind: "fact", fact: "line_kind", benefit: "b" } as const;
    const { effects } = holdBack(
      {
        outcome: "asked",
        effects: [
          { kind: "say", message: answer("waiver_window.open") },
          { kind: "say", message: answer("waiver_window.closed") },
          {
            kind: "say",
            message: answer("waiver_amount.open", intentButton("waiver_window"), intentButton("contact_agent")),
          },
          { kind: "ask", question },
        ],
      },
      off,
    );
    expect(effects).toEqual([
      {
        kind: "say",
        message: { kind: "text", key: "switches.answer-off", params: {}, buttons: [intentButton("contact_agent")] },
      },
      { kind: "say", message: answer("waiver_amount.open", intentButton("contact_agent")) },
      { kind: "ask", question },
    ]);
  });

  it("is the same when it is done twice", () => {
    const once = holdBack(
      { outcome: "answered", effects: [{ kind: "say", message: answer("waiver_window.open") }] },
      off,
    );
    expect(holdBack(once, off)).toEqual(once);
  });
});

describe("the switch reader", () => {
  it("asks again after a question that failed", async () => {
    let fails = true;
    const reader = createSwitchReader({
      switches: async () => {
        if (fails) throw new Error("away");
        return { version: 3, off: [] };
      },
    });
    await expect(reader.read()).rejects.toThrowError("away");
    fails = false;
    expect((await reader.read()).version).toBe(3);
  });
});

describe("the words of the switches", () => {
  it("promise nothing, in both languages", async () => {
    const { messages } = await loadContent(projectRoot);
    const said = (["ko", "en"] as const).flatMap((language) =>
      [...messages[language]].filter(([key]) => key.startsWith("switches.")).map(([, words]) => words),
    );
    expect(said).toHaveLength(20);
    expect(said.join("\n")).not.toMatch(/곧|금방|soon|shortly|안전/);
  });
});
