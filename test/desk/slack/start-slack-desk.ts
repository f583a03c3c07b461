import { createAssistant } from "../../../src/assistant.ts";
import { loadContent } from "../../../src/content/load-content.ts";
import { agentId, conversationId } from "../../../src/core/ids.ts";
import { deliverDue } from "../../../src/delivery/deliver-due.ts";
import { createSlackDesk, type SlackSettings } from "../../../src/desk/slack/create-slack-desk.ts";
import { createCheckReply } from "../../../src/handoff/check-reply.ts";
import { createServer } from "../../../src/http/create-server.ts";
import type { Channel, Letter } from "../../../src/ports/channel.ts";
import { redact } from "../../../src/privacy/redact.ts";
import { projectRoot } from "../../../src/project-root.ts";
import { openSqlite } from "../../../src/store/open-sqlite.ts";
import { createViewCase } from "../../../src/turn/view-case.ts";
import { createMovingClock } from "../../channels/web-chat/start-web-chat.ts";
import { wordsOf } from "../../contract/store-fixtures.ts";
import { type FakeSlackOptions, startFakeSlack } from "../../fakes/fake-slack/start-fake-slack.ts";
import { createKeptLog } from "../../http/create-kept-log.ts";
import { scripted } from "../../turn/scripted-assistant.ts";

export const TRIAGE = "C0TRIAGE";
export const MINJI = "U0MINJI";
export const JISOO = "U0JISOO";

const content = await loadContent(projectRoot);

export interface DeskOptions extends FakeSlackOptions {
  readonly settings?: Partial<SlackSettings>;
}

/** The desk in Slack before a strict fake of Slack, with the real turn and a store in memory; understands names of intents. */
export async function startSlackDesk(options: DeskOptions = {}) {
  const clock = createMovingClock("2026-01-12T01:00:00.000Z");
  const nowMs = () => Date.parse(clock.now());
  const slack = await startFakeSlack({ paced: false, nowMs, retryAfterMs: [0, 20, 20], ...options });
  const log = createKeptLog();
  const store = await openSqlite({ folder: ":memory:", clock, resend: () => true });
  const pack = content.packs.get("kt-2025");
  if (pack === undefined) throw new Error("no pack");
  let ids = 0;
  const parts = { content, incident: "kt-2025", understand: scripted, store, clock, log };
  const assistant = createAssistant({ ...parts, newId: () => `id-${ids++}` });
  const checkReply = createCheckReply(new Set(["www.kt.com"]));
  const openDesk = (settings: Partial<SlackSettings> = {}) =>
    createSlackDesk({
      settings: {
        botToken: slack.botToken,
        signingSecret: slack.signingSecret,
        channel: TRIAGE,
        apiUrl: slack.apiUrl,
        ...options.settings,
        ...settings,
      },
      store,
      intake: assistant.intake,
      viewCase: createViewCase(store, content, pack, clock),
      checkWords: (words) => checkReply(words) ?? (redact(words) === words ? undefined : "personal-data"),
      now: clock.now,
      elapsedMs: nowMs,
      timeoutMs: 300,
      log,
    });
  let { desk, ...mounted } = await openDesk().catch(async (error: unknown) => {
    await slack.stop();
    throw error;
  });
  const server = createServer({ ...mounted, ready: () => true, log });
  const url = await server.listen(0, "127.0.0.1");
  slack.appUrl = `${url}/slack/events`;
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
  let said = 0;
  /** Handles and delivers what is due now. */
  const pump = async (): Promise<void> => {
    await assistant.handle();
    await deliverDue(store, { channels: new Map([["web-chat", channel]]), desk, log });
  };
  const cards = () =>
    slack.messagesIn(TRIAGE).filter(({ thread_ts, bot_id }) => thread_ts === undefined && bot_id !== undefined);
  const newestCard = () => {
    const card = cards().at(-1);
    if (card === undefined) throw new Error("no card");
    return card;
  };
  return {
    slack,
    store,
    log,
    clock,
    url,
    pump,
    get desk() {
      return desk;
    },
    /** Lets time pass until everything that waits has had its chance. */
    settle: async (rounds = 12): Promise<void> => {
      for (let round = 0; round < rounds; round += 1) {
        await pump();
        clock.advance(61);
      }
      await pump();
    },
    customer: async (text: string, conversation = "c-1"): Promise<void> => {
      said += 1;
      await assistant.intake({
        conversation: conversationId(conversation),
        channel: "web-chat",
        dedupeKey: `m-${said}`,
        activity: { kind: "said", text, masked: 0 },
      });
    },
    /** An agent of another desk. */
    elsewhere: async (act: "claim", conversation = "c-1"): Promise<void> => {
      await assistant.intake({
        conversation: conversationId(conversation),
        channel: "web-chat",
        dedupeKey: `elsewhere-${said++}`,
        activity: { kind: "desk", agent: { id: agentId("page-1"), name: "현우" }, act: { kind: act } },
      });
    },
    /** What was sent to the customer by agents. */
    fromAgents: (): readonly string[] =>
      letters.flatMap(({ entry: { body } }) => (body.kind === "agent" ? [wordsOf(body)] : [])),
    letters: (): readonly string[] => letters.map(({ entry }) => wordsOf(entry.body)),
    cards,
    card: newestCard,
    /** Posts of the app under the newest card, as their blocks' words. */
    thread: (card = newestCard()): readonly string[] =>
      slack
        .messagesIn(TRIAGE, card.ts)
        .slice(1)
        .filter(({ bot_id }) => bot_id !== undefined)
        .map((message) => textsIn(message.blocks ?? message.text).join("\n")),
    /** Opens the desk anew, as another process would. */
    restart: async (settings: Partial<SlackSettings> = {}): Promise<void> => {
      desk = (await openDesk(settings)).desk;
    },
    close: async (): Promise<void> => {
      await server.close();
      await store.close();
      await slack.stop();
    },
  };
}

export type RunningSlackDesk = Awaited<ReturnType<typeof startSlackDesk>>;

/** All words inside blocks. */
export function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    name === "text" || (typeof part === "object" && part !== null) ? textsIn(part) : [],
  );
}
