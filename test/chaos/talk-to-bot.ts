import { setTimeout as pause } from "node:timers/promises";
import type { Customer } from "./customer.ts";
import type { Answers } from "./learn-answers.ts";
import { QUESTIONS, questionAt } from "./questions.ts";
import type { Answered } from "./try-until-taken.ts";

export interface TalkParts {
  readonly conversation: number;
  readonly messages: number;
  readonly random: () => number;
}

/** What one customer did, and was told that the server took. */
export interface Told {
  /** Questions in the order in which they were accepted. */
  readonly accepted: readonly number[];
  readonly clientIds: readonly string[];
  readonly ackMs: readonly number[];
  /** When each was known to be accepted. */
  readonly acceptedMs: readonly number[];
  /** From the first call for it to its acceptance. */
  readonly takenMs: readonly number[];
  /** Every call that was made, whoever answered it and how. */
  readonly calls: readonly Answered[];
  /** Messages that no server took for three minutes. */
  readonly refused: number;
  readonly repeats: number;
  readonly swaps: number;
}

const REPEATED = 0.05;
const SWAPPED = 0.02;
const LOOK_MS = 400;

/** Asks all its questions, some twice and some in swapped order. */
export async function talkToBot(customer: Customer, parts: TalkParts): Promise<Told> {
  const { conversation, messages, random } = parts;
  const places = swapSome(messages, random);
  const told = {
    accepted: [] as number[],
    clientIds: [] as string[],
    ackMs: [] as number[],
    acceptedMs: [] as number[],
    takenMs: [] as number[],
    calls: [] as Answered[],
  };
  const later: Promise<unknown>[] = [];
  let repeats = 0;
  let refused = 0;
  for (const place of places.order) {
    const question = questionAt(conversation, place);
    const text = QUESTIONS[question] ?? "";
    const clientId = `m-${conversation}-${place}`;
    const say = () => customer.say(text, clientId);
    const [taken] = await Promise.all(random() < REPEATED / 2 ? [say(), say()] : [say()]);
    if (taken === undefined) {
      refused += 1;
      continue;
    }
    told.accepted.push(question);
    told.clientIds.push(clientId);
    told.ackMs.push(taken.ackMs);
    told.acceptedMs.push(Date.now());
    told.takenMs.push(taken.wholeMs);
    told.calls.push(...taken.calls);
    if (random() < REPEATED / 2) {
      repeats += 1;
      later.push(pause(random() * 3_000).then(say));
    }
    await pause(random() * 200);
  }
  await Promise.all(later);
  return { ...told, refused, repeats, swaps: places.swaps };
}

/** Two neighbours change places before either is sent. */
function swapSome(
  messages: number,
  random: () => number,
): { readonly order: readonly number[]; readonly swaps: number } {
  const order = Array.from({ length: messages }, (_, place) => place);
  let swaps = 0;
  for (let place = 0; place + 1 < messages; place += 1) {
    if (random() >= SWAPPED) continue;
    order.splice(place, 2, place + 1, place);
    place += 1;
    swaps += 1;
  }
  return { order, swaps };
}

/** Looks until all is answered, or for so long. What may be missing for good is not waited for. */
export async function untilAnswered(
  customer: Customer,
  { questionOf }: Answers,
  asked: readonly number[],
  patienceMs: number,
): Promise<void> {
  const started = performance.now();
  while (performance.now() - started < patienceMs) {
    const shown = await customer.look();
    const found = new Set(shown.map(({ text, byCustomer }) => (byCustomer ? undefined : questionOf(text))));
    const missing = asked.filter((question) => !found.has(question)).length;
    if (missing <= customer.inDoubt()) return;
    await pause(LOOK_MS);
  }
}
