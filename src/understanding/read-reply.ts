import type { Intent } from "../core/intent.ts";
import type { Reply } from "../core/understanding.ts";
import type { Bands } from "./bands.ts";
import { chooseIntent } from "./choose-intent.ts";
import { asks } from "./clause-shape.ts";
import { toKey } from "./normalise.ts";
import { readPlace } from "./read-choice.ts";
import { movedBy } from "./read-facts.ts";
import { deniesValue, readValue } from "./read-value.ts";
import { type ReplyContext, replyOfShort, takesYesOrNo } from "./reply-of-short.ts";
import { canMean, leadingReply, readShortReply, type ShortReply } from "./short-replies.ts";
import { type Clause, splitClauses } from "./split-clauses.ts";
import { tellsTwoTimes, toldBirths } from "./state-births.ts";

export interface FoundReply {
  readonly reply: Reply;
  /** What else was said. */
  readonly rest: string;
}

/** How a message answers the open question; undefined when it does not. */
export function readReply(text: string, context: ReplyContext): FoundReply | undefined {
  const whole = readWhole(text, context);
  if (whole !== undefined) return { reply: whole, rest: "" };
  const clauses = readShortReply(text) === undefined ? splitClauses(text) : [];
  if (clauses.length > 1) {
    const reply = readClauses(text, clauses, context);
    if (reply !== undefined) return reply;
  } else {
    const reply = readClause(text, context);
    if (reply !== undefined) return { reply, rest: "" };
  }
  const leading = leadingReply(text);
  if (leading !== undefined && takesYesOrNo(context)) {
    return { reply: replyOfShort(leading.kind, leading.word, context), rest: leading.rest };
  }
  const learnt = asks(text) || text.length > LONGEST_LEARNT ? undefined : learntReply(text, context);
  return learnt && { reply: learnt, rest: "" };
}

/** The first clause that answers; one that answers vaguely gives way to one that does not, and any to what no band holds ("만 19세인데 오늘이 생일이에요"). */
function readClauses(text: string, clauses: readonly Clause[], context: ReplyContext): FoundReply | undefined {
  if (tellsTwo(clauses, context)) return { reply: { kind: "vague" }, rest: "" };
  const found = clauses.flatMap((clause): readonly FoundReply[] => {
    const reply = movedReply(clause.at, readClause(clause.text, context));
    return reply === undefined ? [] : [{ reply, rest: without(text, clause.text, clause.at) }];
  });
  const bands = bandsOf(context);
  return (
    found.find(
      ({ reply }) => bands !== undefined && reply.kind === "value" && !Object.hasOwn(bands.of, reply.read.value),
    ) ??
    found.find(({ reply }) => reply.kind !== "vague") ??
    found[0]
  );
}

const bandsOf = ({ open, vocabulary }: ReplyContext): Bands | undefined =>
  open.kind === "fact" || open.kind === "confirm" ? vocabulary.facts[open.fact]?.bands : undefined;

function tellsTwo(clauses: readonly Clause[], context: ReplyContext): boolean {
  const bands = bandsOf(context);
  const texts = clauses.map(({ text }) => text);
  return bands !== undefined && tellsTwoTimes(texts, bands, context.today);
}

const movedReply = (at: number, reply: Reply | undefined): Reply | undefined =>
  reply?.kind === "value" ? { kind: "value", read: movedBy(at, reply.read) } : reply;

/** The button of the last answer that a message names by its place ("2번"), while nothing is asked. */
export function readOffered(text: string, offered: readonly Intent[]): FoundReply | undefined {
  const place = offered.length < 2 ? undefined : readPlace(text, offered.length);
  const intent = place === undefined ? undefined : offered[place];
  return intent && { reply: { kind: "intent", intent }, rest: "" };
}

const without = (text: string, clause: string, at: number): string =>
  `${text.slice(0, at)} ${text.slice(at + clause.length)}`.trim();

/** Readings that need the message to be nothing else. */
function readWhole(text: string, { open, labels, classify }: ReplyContext): Reply | undefined {
  if (open.kind !== "intent" || text.length > LONGEST_LEARNT) return undefined;
  const chosen = chooseIntent(text, open.intents, labels, classify);
  return chosen && { kind: "intent", intent: chosen };
}

function readClause(clause: string, context: ReplyContext): Reply | undefined {
  const { open, today, vocabulary } = context;
  const short = forgotToDo(clause, context) ? "no" : readShortReply(clause);
  if (short === "declined") return { kind: "declined" };
  if (open.kind === "fact" || open.kind === "confirm") {
    const read = readValue(clause, { fact: open.fact, vocabulary, today });
    if (read !== undefined) return { kind: "value", read };
    if (!asks(clause) && deniesValue(clause, { fact: open.fact, vocabulary, today })) return { kind: "no" };
    const bands = bandsOf(context);
    if (bands !== undefined && toldBirths(clause, bands, today).length > 0) return { kind: "vague" };
  }
  if (short === undefined) return undefined;
  return short === "unsure" && asksElse(clause, context) ? undefined : replyOfShort(short, clause, context);
}

const FORGOT_TO = /^(?:no|nope|nah|아니[요오]?|아뇨|못\s?했\S*)[\s,.!]+\S{0,10}\s?(?:forgot|까먹|깜빡|깜박|잊)/i;

/** "No, I forgot" to the question whether something was done is a no; elsewhere it is not knowing. */
const forgotToDo = (clause: string, { open, vocabulary }: ReplyContext): boolean =>
  open.kind === "fact" && Object.hasOwn(vocabulary.facts[open.fact]?.values ?? {}, "no") && FORGOT_TO.test(clause);

const ASKS_MEANING = /(?:뭐|뭔|무엇|무슨|뜻|어떻게|어디|얼마|what|how|where)[^?]{0,20}\?\s*$/i;

/** "얼마인지 모르겠어요" asks, although it says "don't know". */
function asksElse(clause: string, { classify }: ReplyContext): boolean {
  if (ASKS_MEANING.test(clause)) return true;
  const { band, intent } = classify(clause);
  return band === "sure" && intent !== "dont_know" && toKey(clause).length > 12;
}

/** A yes in longer words than this is no mere yes. */
const LONGEST_LEARNT = 80;

const LEARNT: Readonly<Partial<Record<Intent, ShortReply>>> = { affirm: "yes", deny: "no", dont_know: "unsure" };

/** Yes and no in words that only the classifier knows. */
function learntReply(text: string, context: ReplyContext): Reply | undefined {
  const { band, intent } = context.classify(text);
  const short = band === "sure" ? LEARNT[intent] : undefined;
  if (short === undefined || !canMean(text, short) || (short !== "unsure" && !takesYesOrNo(context))) return undefined;
  return replyOfShort(short, text, context);
}
