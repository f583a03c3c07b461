import { setTimeout as pause } from "node:timers/promises";
import type { FakeSlack } from "../fakes/fake-slack/start-fake-slack.ts";
import type { FakeMessage } from "../fakes/fake-slack/workspace.ts";
import { replyWords, tagIn } from "./desk-words.ts";

/** Channel of the cases, and the buttons and field that the desk puts before agents. */
export const TRIAGE = "C0TRIAGE";
const CLAIM = "case_claim";
const REPLY = "case_reply";
const FIELD = "text";
const AGENTS = ["U0MINJI", "U0JISOO", "U0HYUN"];
const LOOK_MS = 200;
/** A person who sees nothing happen presses again. */
const PRESS_AGAIN_MS = 5_000;
const WINDOW_MS = 2_000;

export interface StaffAgents {
  /** Goes home as soon as what is in their hands is done. */
  end(): Promise<void>;
}

/** Agents who take every case of the channel and send each customer `replies` answers through the desk's window. */
export function startStaffAgents(slack: FakeSlack, replies: number): StaffAgents {
  const state = { over: false };
  const taken = new Set<string>();
  const work = async (user: string): Promise<void> => {
    while (!state.over) {
      const card = cardsOf(slack).find(({ ts }) => !taken.has(ts));
      if (card === undefined) {
        await pause(LOOK_MS);
        continue;
      }
      taken.add(card.ts);
      await serve(slack, { user, card, replies, over: () => state.over });
    }
  };
  const working = AGENTS.map(work);
  return {
    end: async () => {
      state.over = true;
      await Promise.all(working);
    },
  };
}

/** The first messages of the cases' threads. */
export const cardsOf = (slack: FakeSlack): readonly FakeMessage[] =>
  slack.messagesIn(TRIAGE).filter(({ bot_id, thread_ts }) => bot_id !== undefined && thread_ts === undefined);

/** What stands in a thread under its card, in order. */
export const wordsUnder = (slack: FakeSlack, card: FakeMessage): readonly string[] =>
  slack
    .messagesIn(TRIAGE, card.ts)
    .filter(({ ts }) => ts !== card.ts)
    .map(({ text, blocks }) => (blocks === undefined ? text : JSON.stringify(blocks)));

interface Serving {
  readonly user: string;
  readonly card: FakeMessage;
  readonly replies: number;
  readonly over: () => boolean;
}

async function serve(slack: FakeSlack, on: Serving): Promise<void> {
  await until(
    on,
    () => has(on.card, REPLY),
    () => slack.staff.presses(on.user, on.card, CLAIM),
  );
  let tag: string | undefined;
  await until(on, () => {
    tag = tagIn(wordsUnder(slack, on.card).join(" "));
    return tag !== undefined;
  });
  for (let n = 0; n < on.replies && tag !== undefined && !on.over(); n += 1) await send(slack, on, replyWords(tag, n));
}

/** Written in the first window, seen in the second, sent from there; the same window is submitted until it closes. */
async function send(slack: FakeSlack, on: Serving, text: string): Promise<void> {
  while (!on.over()) {
    if (!has(on.card, REPLY)) await pause(LOOK_MS);
    else await slack.staff.presses(on.user, on.card, REPLY);
    const started = performance.now();
    while (slack.staff.viewOf(on.user) === undefined && performance.now() - started < WINDOW_MS) await pause(50);
    const view = slack.staff.viewOf(on.user);
    if (view === undefined) continue;
    while (view.open && !on.over()) {
      const isFirst = JSON.stringify(view.content.blocks).includes('"input"');
      const { status } = await slack.staff.submits(view, isFirst ? { [FIELD]: text } : {});
      if (status !== 200) await pause(LOOK_MS);
    }
    if (!view.open) return;
  }
}

const has = ({ blocks }: FakeMessage, actionId: string): boolean =>
  JSON.stringify(blocks ?? []).includes(`"${actionId}"`);

/** Waits, pressing now and then. */
async function until({ over }: Serving, done: () => boolean, press?: () => Promise<unknown>): Promise<void> {
  let pressedMs = Number.NEGATIVE_INFINITY;
  while (!done() && !over()) {
    if (press !== undefined && performance.now() - pressedMs > PRESS_AGAIN_MS) {
      pressedMs = performance.now();
      await press().catch(() => undefined);
    }
    await pause(LOOK_MS);
  }
}
