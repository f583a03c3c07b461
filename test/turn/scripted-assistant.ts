import { createAssistant } from "../../src/assistant.ts";
import { seoulClock } from "../../src/clock.ts";
import { loadContent } from "../../src/content/load-content.ts";
import { withUndo } from "../../src/content/with-undo.ts";
import { conversationId } from "../../src/core/ids.ts";
import { isIntent } from "../../src/core/intent.ts";
import type { Understanding } from "../../src/core/understanding.ts";
import type { Log } from "../../src/ports/log.ts";
import { type Meter, noMeter } from "../../src/ports/meter.ts";
import type { Store } from "../../src/ports/store.ts";
import type { Understand } from "../../src/ports/understand.ts";
import { projectRoot } from "../../src/project-root.ts";
import { openSqlite } from "../../src/store/open-sqlite.ts";

/** Understands a message that is the name of an intent; "boom" breaks. */
export const scripted: Understand = (text): Understanding => {
  if (text === "boom") throw new Error(`cannot read ${text}`);
  const intent = isIntent(text) ? text : "out_of_scope";
  const band = intent === "out_of_scope" ? "rejected" : "sure";
  const segments = [{ text, intent, confidence: 1, band, alternatives: [] }] as const;
  return { language: "ko", text, segments, facts: [], corrects: false };
};

const content = loadContent(projectRoot);

export const CONVERSATION = conversationId("c-1");

/** The real turn on a store in memory, with a scripted understanding. `wrap` may break the store on purpose. */
export async function scriptedAssistant(
  wrap: (store: Store) => Store = (store) => store,
  meter: Meter = noMeter,
  { undoSeconds = 0, clock = seoulClock(() => "2026-01-12T01:00:00.000Z"), deskUnread = (): boolean => false } = {},
) {
  const store = wrap(await openSqlite({ folder: ":memory:", clock }));
  const lines: string[] = [];
  const write = (event: string, fields: unknown): void => {
    lines.push(`${event} ${JSON.stringify(fields)}`);
  };
  const log: Log = { info: write, warn: write, error: write };
  let ids = 0;
  const parts = {
    content: withUndo(await content, undoSeconds),
    incident: "kt-2025",
    understand: scripted,
    store,
    clock,
    log,
    meter,
    deskUnread,
  };
  const assistant = createAssistant({ ...parts, newId: () => `id-${ids++}` });
  const say = (text: string, key: string) =>
    assistant.intake({
      conversation: CONVERSATION,
      channel: "web-chat",
      dedupeKey: key,
      activity: { kind: "said", text, masked: 0 },
    });
  return { assistant, store, log: lines, say };
}
