import { setTimeout as pause } from "node:timers/promises";
import type { FakeSlack } from "../fakes/fake-slack/start-fake-slack.ts";
import type { FakeMessage } from "../fakes/fake-slack/workspace.ts";
import { customerWords, noteWords, replyWords, tagIn } from "./desk-words.ts";

/** Channel of the cases, and the buttons and field that the desk puts before agents. */
export const TRIAGE = "C0TRIAGE";
/** So the ids of agents begin. */
export const AGENT = "U0AGENT";
const CLAIM = "case_claim";
const REPLY = "case_reply";
const HAND_BACK = "case_hand_back";
const FIELD = "text";
const LOOK_MS = 250;
/** A person who sees nothing happen presses again. */
const PRESS_AGAIN_MS = 5_000;
const WINDOW_MS = 4_000;
/** So long an agent waits for a customer's last words before going on without them. */
const LAST_WORDS_MS = 120_000;

export interface AgentsParts {
  readonly slack: FakeSlack;
  /** Each has one case at a time. */
  readonly agents: number;
  /** Words of each customer, of which the last is waited for before the case is given back. */
  readonly messages: number;
  readonly replies: number;
}

export interface StaffAgents {
  /** Goes home once all cards that are there have been served, or after so long. */
  end(patienceMs: number): Promise<void>;
}

interface Serving extends AgentsParts {
  readonly user: string;
  readonly card: FakeMessage;
  readonly over: () => boolean;
}

/** Agents who take every case of the channel, answer each customer through the desk's window, and give the case back. */
export function startStaffAgents(parts: AgentsParts): StaffAgents {
  const { slack } = parts;
  const state = { closing: false, over: false };
  const taken = new Set<string>();
  const work = async (user: string): Promise<void> => {
    while (!state.over) {
      const card = cardsOf(slack).find(({ ts }) => !taken.has(ts));
      if (card === undefined) {
        if (state.closing) return;
        await pause(LOOK_MS);
        continue;
      }
      taken.add(card.ts);
      await serve({ ...parts, user, card, over: () => state.over });
    }
  };
  const working = Array.from({ length: parts.agents }, (_, n) => {
    const id = `${AGENT}${String(n).padStart(2, "0")}`;
    slack.workspace.users.set(id, { id, name: `agent${n}`, email: `agent${n}@example.com` });
    return work(id);
  });
  return {
    end: async (patienceMs) => {
      state.closing = true;
      await Promise.race([Promise.all(working), pause(patienceMs, undefined, { ref: false })]);
      state.over = true;
      await Promise.all(working);
    },
  };
}

/** The first messages of the cases' threads. */
export const cardsOf = (slack: FakeSlack): readonly FakeMessage[] =>
  slack.messagesIn(TRIAGE).filter(({ bot_id, thread_ts }) => bot_id !== undefined && thread_ts === undefined);

/** What the desk says in a thread under its card, in order. */
export const wordsUnder = (slack: FakeSlack, card: FakeMessage): readonly string[] =>
  slack
    .messagesIn(TRIAGE, card.ts)
    .filter(({ ts, bot_id }) => ts !== card.ts && bot_id !== undefined)
    .map(({ text, blocks }) => (blocks === undefined ? text : JSON.stringify(blocks)));

export const has = ({ blocks }: FakeMessage, actionId: string): boolean =>
  JSON.stringify(blocks ?? []).includes(`"${actionId}"`);

/** Whether nothing can be done with the case any more. */
export const isOver = (card: FakeMessage): boolean => !has(card, CLAIM) && !has(card, REPLY);

async function serve(on: Serving): Promise<void> {
  const { slack, user, card, replies, messages } = on;
  await until(on, { done: () => has(card, REPLY), press: () => slack.staff.presses(user, card, CLAIM) });
  const read = (): string => wordsUnder(slack, card).join(" ");
  let tag: string | undefined;
  await until(on, {
    done: () => {
      tag = tagIn(read());
      return tag !== undefined;
    },
  });
  for (let n = 0; n < replies && tag !== undefined && !on.over(); n += 1) {
    const last = customerWords(tag, messages - 1);
    if (n === replies - 1) await until(on, { done: () => read().includes(last), patienceMs: LAST_WORDS_MS });
    // Nobody waits for Slack to tell of what they wrote.
    void slack.staff.writes(user, TRIAGE, noteWords(tag, n), card.ts);
    await send(on, replyWords(tag, n));
  }
  await until(on, { done: () => isOver(card), press: () => slack.staff.presses(user, card, HAND_BACK) });
}

/** Written in the first window, seen in the second, sent from there; the same window is submitted until it closes. */
async function send(on: Serving, text: string): Promise<void> {
  const { staff } = on.slack;
  while (!on.over()) {
    if (!has(on.card, REPLY)) await pause(LOOK_MS);
    else await staff.presses(on.user, on.card, REPLY).catch(() => undefined);
    const started = performance.now();
    while (staff.viewOf(on.user) === undefined && performance.now() - started < WINDOW_MS) await pause(50);
    const view = staff.viewOf(on.user);
    if (view === undefined) continue;
    while (view.open && !on.over()) {
      const isFirst = JSON.stringify(view.content.blocks).includes('"input"');
      const { status } = await staff.submits(view, isFirst ? { [FIELD]: text } : {});
      if (status !== 200) await pause(LOOK_MS);
    }
    if (!view.open) return;
  }
}

interface Awaited {
  readonly done: () => boolean;
  readonly press?: () => Promise<unknown>;
  readonly patienceMs?: number;
}

/** Waits, pressing now and then. */
async function until(
  { over }: Serving,
  { done, press, patienceMs = Number.POSITIVE_INFINITY }: Awaited,
): Promise<void> {
  const startedMs = performance.now();
  let pressedMs = Number.NEGATIVE_INFINITY;
  while (!done() && !over() && performance.now() - startedMs < patienceMs) {
    if (press !== undefined && performance.now() - pressedMs > PRESS_AGAIN_MS) {
      pressedMs = performance.now();
      // The button may be gone since it was looked for.
      await press().catch(() => undefined);
    }
    await pause(LOOK_MS);
  }
}
