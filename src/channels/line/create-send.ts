import type { Channel, Letter } from "../../ports/channel.ts";
import type { Clock } from "../../ports/clock.ts";
import type { SendResult } from "../../ports/delivery.ts";
import type { OutgoingResult } from "../../ports/outgoing.ts";
import type { LookedUp } from "../../ports/reach.ts";
import { type LineAddress, readAddress } from "./address.ts";
import type { LineCalls } from "./line-calls.ts";
import { LINE_LIMITS, type LineMessage, toMessages } from "./render.ts";
import { createReplyTokens, REPLY_WINDOW_MS } from "./reply-tokens.ts";
import { resultOfLine } from "./result-of-line.ts";
import { retryKey } from "./retry-key.ts";

/** How long LINE remembers a retry key, with an hour to spare. */
const KEY_GOOD_MS = 23 * 3_600_000;
/** After a reply in doubt LINE may be in trouble: so long everything is pushed, because pushes can be repeated. */
const PUSH_ONLY_MS = 60_000;
const REFUSED = 400;

/** Sending, and what is known of a send whose end is not. */
export interface LineSend {
  readonly send: Channel["send"];
  readonly ask: (letter: Letter) => Promise<LookedUp>;
}

/**
 * Replies cost nothing but have no key: only a letter's first attempt may be one. Every later attempt is a push under the
 * letter's own key, which LINE takes once. See docs/decisions/0024.
 */
export function createSend(calls: LineCalls, clock: Clock): LineSend {
  const tokens = createReplyTokens(clock);
  /** Letters whose first attempt is in doubt here: whether it was a reply. */
  const doubtful = new Map<number, boolean>();
  let repliesFrom = 0;

  const push = async (letter: Letter, to: string, messages: readonly LineMessage[]): Promise<SendResult> => {
    let last: SendResult = { kind: "sent" };
    for (let from = 0; from < messages.length; from += LINE_LIMITS.messages) {
      const part = messages.slice(from, from + LINE_LIMITS.messages);
      last = resultOfLine(await calls.push(to, part, retryKey(letter, from)), letter.attempts);
      if (last.kind !== "sent") return last;
    }
    return last;
  };

  const sendBy = async (letter: Letter, address: LineAddress): Promise<SendResult & { readonly replied: boolean }> => {
    const messages = toMessages(letter.entry);
    const fits = messages.length > 0 && messages.length <= LINE_LIMITS.messages;
    const mayReply = letter.attempts === 1 && fits && Date.parse(clock.now()) >= repliesFrom;
    const token = mayReply ? tokens.take(address) : undefined;
    const replied = token === undefined ? undefined : await replyWith(calls, token, messages);
    if (replied !== undefined) return { ...replied, replied: true };
    return { ...(await push(letter, address.to, messages)), replied: false };
  };

  return {
    send: async (letter) => {
      const address = readAddress(letter.address);
      if (address === undefined) return { kind: "refused", why: "no address" };
      const { replied, ...result } = await sendBy(letter, address);
      if (result.kind === "unknown" && letter.attempts === 1) doubtful.set(letter.id, replied);
      if (result.kind === "unknown" && replied) repliesFrom = Date.parse(clock.now()) + PUSH_ONLY_MS;
      return result;
    },
    ask: async (letter) => {
      const replied = doubtful.get(letter.id);
      doubtful.delete(letter.id);
      const wasReply = letter.attempts === 1 && (replied ?? couldBeReply(letter));
      const age = Date.parse(clock.now()) - Date.parse(letter.entry.at);
      // Not that LINE does not have it: a push that it has comes to nothing.
      return wasReply || age > KEY_GOOD_MS ? { kind: "cannot-tell" } : { kind: "absent" };
    },
  };
}

/** For an attempt of a process that is gone: whether there was a fresh token when the words were ready. */
function couldBeReply({ address, entry }: Letter): boolean {
  const reply = readAddress(address)?.reply;
  return reply !== undefined && Date.parse(entry.at) - Date.parse(reply.cameAt) <= REPLY_WINDOW_MS;
}

/**
 * A reply in doubt is repeated once, at once: a token is good for one reply only, so this can never say it twice. Undefined when
 * the token is not good (any more) and nothing of ours can have arrived by it.
 */
async function replyWith(
  calls: LineCalls,
  token: string,
  messages: readonly LineMessage[],
): Promise<SendResult | undefined> {
  const first = await calls.reply(token, messages);
  if (isRefused(first)) return undefined;
  const result = resultOfLine(first, 1);
  if (result.kind !== "unknown") return result;
  const second = resultOfLine(await calls.reply(token, messages), 1);
  return second.kind === "sent" ? second : { kind: "unknown" };
}

const isRefused = (result: OutgoingResult): boolean => result.kind === "answered" && result.status === REFUSED;
