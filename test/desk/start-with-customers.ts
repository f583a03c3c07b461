import { createAssistant } from "../../src/assistant.ts";
import { loadContent } from "../../src/content/load-content.ts";
import { withUndo } from "../../src/content/with-undo.ts";
import type { Case } from "../../src/core/case.ts";
import { conversationId } from "../../src/core/ids.ts";
import { createDeliverer } from "../../src/delivery/create-deliverer.ts";
import { createCheckReply } from "../../src/handoff/check-reply.ts";
import type { Channel, Letter } from "../../src/ports/channel.ts";
import type { Desk } from "../../src/ports/desk.ts";
import type { LogEntry } from "../../src/ports/log-entry.ts";
import { redact } from "../../src/privacy/redact.ts";
import { projectRoot } from "../../src/project-root.ts";
import { openSqlite } from "../../src/store/open-sqlite.ts";
import { createSwitchDesk } from "../../src/turn/create-switch-desk.ts";
import { createViewCase } from "../../src/turn/view-case.ts";
import { createMovingClock } from "../channels/web-chat/start-web-chat.ts";
import { wordsOf } from "../contract/store-fixtures.ts";
import { createKeptLog } from "../http/create-kept-log.ts";
import { scripted } from "../turn/scripted-assistant.ts";

const content = await loadContent(projectRoot);

/** A Monday morning in Korea: staff are there. */
const MONDAY = "2026-01-12T01:00:00.000Z";

/** Customers on one side and any desk on the other, with the real turn and a store in memory between them. */
export async function startWithCustomers({ undoSeconds = 0 } = {}) {
  const clock = createMovingClock(MONDAY);
  const log = createKeptLog();
  const store = await openSqlite({ folder: ":memory:", clock });
  const pack = content.packs.get("kt-2025");
  if (pack === undefined) throw new Error("no pack");
  let made = 0;
  const parts = {
    content: withUndo(content, undoSeconds),
    incident: "kt-2025",
    understand: scripted,
    store,
    clock,
    log,
  };
  const assistant = createAssistant({ ...parts, newId: () => `id-${made++}` });
  const checkReply = createCheckReply(new Set(["www.kt.com"]));
  const letters: Letter[] = [];
  const channel: Channel = {
    id: "web-chat",
    can: { push: "free", buttons: 9, cards: false, textLength: 9_999, edit: false, files: false },
    reach: { inDoubt: { kind: "repeat" }, budget: { perSecond: 1_000, burst: 1_000, atOnce: 8 } },
    send: async (letter) => {
      letters.push(letter);
      return { kind: "sent" };
    },
  };
  return {
    clock,
    log,
    store,
    content,
    intake: assistant.intake,
    switches: createSwitchDesk({ store, content, pack, channels: ["web-chat"], log }),
    viewCase: createViewCase({ store, content, pack, clock, waitsForCustomer: () => false }),
    checkWords: (words: string) => checkReply(words) ?? (redact(words) === words ? undefined : "personal-data"),
    /** Handles what is due, and delivers nothing. */
    assistantOnly: () => assistant.handle(),
    /** Handles and delivers what is due now. */
    pump: async (desk: Desk): Promise<void> => {
      await assistant.fireTimers();
      await assistant.handle();
      const channels = new Map([["web-chat", channel]]);
      const woken: true[] = [true];
      const wake = () => void woken.push(true);
      const deliverer = createDeliverer({ store, channels, desk, log, wake });
      while (woken.splice(0).length > 0) {
        await deliverer.takeUp(() => false);
        await deliverer.finish();
      }
    },
    /** Says something that is the name of an intent, or is not understood. */
    customer: async (text: string, conversation = "c-1"): Promise<void> => {
      await assistant.intake({
        conversation: conversationId(conversation),
        channel: "web-chat",
        dedupeKey: `customer-${made++}`,
        activity: { kind: "said", text, masked: 0 },
      });
    },
    /** All that was sent to customers, in order. */
    letters: (): readonly string[] => letters.map(({ entry }) => wordsOf(entry.body)),
    /** What agents said to customers. */
    fromAgents: (): readonly string[] =>
      letters.flatMap(({ entry: { body } }) => (body.kind === "agent" ? [wordsOf(body)] : [])),
    /** The case that is open, or was open last. */
    newestCase: async (): Promise<Case> => {
      const [newest] = await store.cases(1);
      if (newest === undefined) throw new Error("no case");
      return newest;
    },
    entriesOf: (conversation = "c-1"): Promise<readonly LogEntry[]> => store.entries(conversationId(conversation), 0),
  };
}
