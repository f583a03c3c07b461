import { setTimeout as pause } from "node:timers/promises";
import type { Customer } from "./customer.ts";
import { QUESTIONS } from "./questions.ts";

/** The answers while nothing fails: by them a reply is known later for the question that it answers. */
export interface Answers {
  /** Index of the question; undefined for words that answer none. */
  questionOf(text: string): number | undefined;
  isGreeting(text: string): boolean;
}

const PATIENCE_MS = 20_000;

/** Asks every question once. Throws when two have the same answer, or one has none or several. */
export async function learnAnswers(customer: Customer): Promise<Answers> {
  const greetings = customer.channel === "web-chat" ? 1 : 0;
  const [greeting = ""] = await replies(customer.read, greetings);
  const texts: string[] = [];
  for (const [index, question] of QUESTIONS.entries()) {
    await customer.say(question, `learn-${index}`);
    const wanted = greetings + index + 1;
    const all = await replies(customer.read, wanted);
    if (all.length !== wanted) throw new Error(`"${question}" is answered by ${all.length - wanted + 1} messages`);
    texts.push(all.at(-1) ?? "");
  }
  const known = new Map(texts.map((text, index) => [text, index]));
  if (known.size !== QUESTIONS.length || known.has(greeting)) throw new Error("two questions have the same answer");
  return { questionOf: (text) => known.get(text), isGreeting: (text) => greetings > 0 && text === greeting };
}

/** What the bot said, once it is at least `count` messages. */
async function replies(
  read: () => Promise<readonly { text: string; byCustomer: boolean }[]>,
  count: number,
): Promise<readonly string[]> {
  for (let waited = 0; waited < PATIENCE_MS; waited += 20) {
    const texts = (await read()).filter(({ byCustomer }) => !byCustomer).map(({ text }) => text);
    if (texts.length >= count) return texts;
    await pause(20);
  }
  throw new Error("the bot does not answer, although nothing fails");
}
