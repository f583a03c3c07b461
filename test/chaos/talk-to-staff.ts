import { setTimeout as pause } from "node:timers/promises";
import type { Customer } from "./customer.ts";
import { ASK, customerWords, replyWords, tagOf } from "./desk-words.ts";
import { PLANTED } from "./planted.ts";

export interface StaffTalkParts {
  readonly conversation: number;
  readonly messages: number;
  readonly replies: number;
  readonly patienceMs: number;
  readonly random: () => number;
}

/** What a customer told staff, and the answers that were waited for. */
export interface StaffTold {
  readonly tag: string;
  readonly said: readonly string[];
  readonly wanted: readonly string[];
}

const LOOK_MS = 500;
const LONGEST_PAUSE_MS = 600;

/** Asks for a person, says words that name the conversation and tell too much, and waits for the agent's answers. */
export async function talkToStaff(customer: Customer, parts: StaffTalkParts): Promise<StaffTold> {
  const { conversation, messages, replies, random } = parts;
  const tag = tagOf(conversation);
  await customer.say(ASK, `ask-${conversation}`);
  const said: string[] = [];
  for (let n = 0; n < messages; n += 1) {
    const words = customerWords(tag, n);
    const planted = PLANTED[n % PLANTED.length]?.say(conversation) ?? "";
    const taken = await customer.say(`${words}\n${planted}`, `desk-${conversation}-${n}`);
    if (taken !== undefined) said.push(words);
    await pause(random() * LONGEST_PAUSE_MS);
  }
  const wanted = Array.from({ length: replies }, (_, n) => replyWords(tag, n));
  const started = performance.now();
  while (performance.now() - started < parts.patienceMs) {
    const shown = (await customer.look()).filter(({ byCustomer }) => !byCustomer).map(({ text }) => text);
    if (wanted.every((words) => shown.some((text) => text.includes(words)))) break;
    await pause(LOOK_MS);
  }
  return { tag, said, wanted };
}
