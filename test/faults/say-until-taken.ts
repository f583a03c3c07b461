import { setTimeout as pause } from "node:timers/promises";
import type { WebCustomer } from "./web-customer.ts";

/** Each is answered by exactly one message of the bot; taking turns, so that nothing is said three times in a row. */
const QUESTIONS = ["위약금 면제 기간이 언제까지예요?", "로밍 혜택은 뭐예요?"];

export const questionOf = (n: number): string => QUESTIONS[n % QUESTIONS.length] ?? "";

/** Sends until it is acknowledged, as a client does that lost its connection. */
export async function sayUntilTaken(customer: WebCustomer, text: string, id: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await customer.say(text, id)) return;
    await pause(50);
  }
  throw new Error(`${id} was never taken`);
}

/** What the bot said, without its greeting. */
export const answersOf = async (customer: WebCustomer) =>
  (await customer.messages()).filter(({ from, text }) => from === "bot" && !text.includes("자동 안내 도우미"));
