import { describe, expect, it } from "vitest";
import type { Content, Pack } from "../../src/content/content.ts";
import { sha256 } from "../../src/content/sha256.ts";
import { conversationId } from "../../src/core/ids.ts";
import type { Dialog } from "../../src/dialog/dialog.ts";
import { createLog } from "../../src/log.ts";
import type { Understand } from "../../src/ports/understand.ts";
import { openSqlite } from "../../src/store/open-sqlite.ts";
import { createIntake } from "../../src/turn/accept.ts";
import { createSwitchReader } from "../../src/turn/create-switch-reader.ts";
import { handleConversations } from "../../src/turn/handle-conversations.ts";
import type { TurnWith } from "../../src/turn/turn-with.ts";
import { manualClock } from "../contract/manual-clock.ts";

const MESSAGES = 20;
const conversation = conversationId("one");
const always = [{ from: "00:00", to: "24:00" }];

const understand: Understand = (text, { language }) => ({ language, text, segments: [], facts: [], corrects: false });

/** Adds one to the state at each turn: a turn that is lost or done twice shows in the sum. */
const counter: Dialog = { name: "counter", first: () => ({ outcome: "clarifying", effects: [{ kind: "unclear" }] }) };

const clock = manualClock();
const use: TurnWith = {
  content: {
    hash: "none",
    clocks: { callBack: { slots: 0, leadMinutes: 0 }, minutes: {} },
    hours: {
      words: { ko: "", en: "" },
      plan: {
        week: { 0: always, 1: always, 2: always, 3: always, 4: always, 5: always, 6: always },
        holidays: new Set(),
      },
    },
  } as unknown as Content,
  pack: { incident: { topics: [], title: { ko: "", en: "" }, benefits: {} } } as unknown as Pack,
  understand,
  packOffDialogs: [],
  switches: createSwitchReader({ switches: async () => ({ version: 0, off: [] }) }),
  dialogs: [counter],
  checkReply: () => undefined,
  clock,
  newId: () => "id",
  log: createLog("silent"),
  sha256,
};

describe("many messages of one conversation at once", () => {
  it(`leave ${MESSAGES} turns behind ${MESSAGES} messages, with two workers and repeated sends`, async () => {
    const store = await openSqlite({ folder: ":memory:", clock });
    const intake = createIntake(store);
    const say = (n: number) =>
      intake({
        conversation,
        channel: "web-chat",
        dedupeKey: `m${n}`,
        activity: { kind: "said", text: `메시지 ${n}`, masked: 0 },
      });
    const sends = Array.from({ length: MESSAGES }, (_, n) => [say(n), say(n)]).flat();
    const work = () => Promise.all([handleConversations(store, use), handleConversations(store, use)]);
    await Promise.all([...sends, work()]);
    await work();
    const { state } = (await store.conversation(conversation)) ?? {};
    expect(state?.unclear).toBe(MESSAGES);
    expect(await store.entries(conversation, 0)).toHaveLength(MESSAGES);
    await store.close();
  });
});
