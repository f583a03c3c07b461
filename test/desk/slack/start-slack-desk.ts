import { deskNumbers } from "../../../src/content/desk-numbers.ts";
import { createDeskAlarm } from "../../../src/desk/alarm/create-desk-alarm.ts";
import { createSlackDesk, type SlackSettings } from "../../../src/desk/slack/create-slack-desk.ts";
import { createServer } from "../../../src/http/create-server.ts";
import { type FakeSlackOptions, startFakeSlack } from "../../fakes/fake-slack/start-fake-slack.ts";
import { startWithCustomers } from "../start-with-customers.ts";

export const TRIAGE = "C0TRIAGE";
export const MINJI = "U0MINJI";
export const JISOO = "U0JISOO";
export const LEAD = "U0LEAD";

export interface DeskOptions extends FakeSlackOptions {
  readonly settings?: Partial<SlackSettings>;
  readonly undoSeconds?: number;
}

/** The desk in Slack before a strict fake of Slack, with customers on the other side. */
export async function startSlackDesk(options: DeskOptions = {}) {
  const { undoSeconds = 0 } = options;
  const base = await startWithCustomers({ undoSeconds });
  const { clock, store, log } = base;
  const nowMs = () => Date.parse(clock.now());
  const slack = await startFakeSlack({ paced: false, nowMs, retryAfterMs: [0, 20, 20], ...options });
  const alarm = createDeskAlarm({ store, now: clock.now, log });
  const openDesk = (changed: Partial<SlackSettings> = {}) =>
    createSlackDesk({
      ...base,
      settings: {
        botToken: slack.botToken,
        signingSecret: slack.signingSecret,
        channel: TRIAGE,
        leads: [LEAD],
        apiUrl: slack.apiUrl,
        ...options.settings,
        ...changed,
      },
      numbers: { ...deskNumbers(base.content, clock.now), undoSeconds },
      now: clock.now,
      elapsedMs: nowMs,
      watch: alarm.watch,
      timeoutMs: 300,
    });
  let { desk, ...mounted } = await openDesk().catch(async (error: unknown) => {
    await slack.stop();
    throw error;
  });
  const server = createServer({ ...mounted, ready: () => true, log });
  slack.appUrl = `${await server.listen(0, "127.0.0.1")}/slack/events`;
  const cards = () =>
    slack.messagesIn(TRIAGE).filter(({ thread_ts, bot_id }) => thread_ts === undefined && bot_id !== undefined);
  const newestCard = () => {
    const card = cards().at(-1);
    if (card === undefined) throw new Error("no card");
    return card;
  };
  /** Presses a button of the newest card that opens a window. */
  const opens = async (user: string, action: string) => {
    const before = slack.staff.viewOf(user);
    await slack.staff.presses(user, newestCard(), action);
    for (let waited = 0; slack.staff.viewOf(user) === before && waited < 200; waited += 1) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    const view = slack.staff.viewOf(user);
    if (view === undefined || view === before) throw new Error("no window is open");
    return view;
  };
  const pump = () => base.pump(desk);
  return {
    ...base,
    slack,
    /** Since when nothing can be posted; once what was noticed is kept. */
    stoppedSince: async () => {
      await alarm.look();
      return alarm.stoppedSince();
    },
    pump,
    /** Lets time pass until everything that waits has had its chance. */
    settle: async (rounds = 12): Promise<void> => {
      for (let round = 0; round < rounds; round += 1) {
        await pump();
        clock.advance(61);
      }
      await pump();
    },
    desk: () => desk,
    cards,
    card: newestCard,
    /** Posts of the app under the newest card, as their blocks' words. */
    thread: (card = newestCard()): readonly string[] =>
      slack
        .messagesIn(TRIAGE, card.ts)
        .slice(1)
        .filter(({ bot_id }) => bot_id !== undefined)
        .map((message) => textsIn(message.blocks ?? message.text).join("\n")),
    opens,
    /** Opens the window for a reply. */
    opensReply: (user: string) => opens(user, "case_reply"),
    /** Opens the desk anew, as another process would. */
    restart: async (settings: Partial<SlackSettings> = {}): Promise<void> => {
      const opened = await openDesk(settings);
      desk = opened.desk;
      await opened.start();
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
