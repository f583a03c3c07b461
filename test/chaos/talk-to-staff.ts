import { setTimeout as pause } from "node:timers/promises";
import type { Customer } from "./customer.ts";
import { ASK, customerWords, replyWords, tagOf } from "./desk-words.ts";

export interface StaffTalkParts {
  readonly conversation: number;
  readonly messages: number;
  readonly replies: number;
  readonly patienceMs: number;
}

/** What a customer told staff, and the answers that were waited for. */
export interface StaffTold {
  readonly tag: string;
  readonly said: readonly string[];
  readonly wanted: readonly string[];
}

const LOOK_MS = 500;

/** Asks for a person, says words that name the conversation, and waits for the agent's answers. */
export async function talkToStaff(customer: Customer, parts: StaffTalkParts): Promise<StaffTold> {
  const { conversation, messages, replies } = parts;
  const tag = tagOf(conversation);
  await customer.say(ASK, `ask-${conversation}`);
  const said: string[] = [];
  for (let n = 0; n < messages; n += 1) {
    const words = customerWords(tag, n);
    if ((await customer.say(words, `desk-${conversation}-${n}`)) !== undefined) said.push(words);
    await pause(500);
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
