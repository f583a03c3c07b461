import type { OpenQuestion } from "../core/conversation.ts";
import type { Intent } from "../core/intent.ts";
import type { Language, Localized } from "../core/language.ts";
import type { ReadFact, Segment, Steering, Understanding } from "../core/understanding.ts";
import type { Understand, UnderstandingContext } from "../ports/understand.ts";
import type { Classifier } from "./classifier.ts";
import { asks } from "./clause-shape.ts";
import { readCorrection, withoutOpener } from "./correction.ts";
import { createClassify, labelIndex } from "./create-classify.ts";
import { detectLanguage } from "./detect-language.ts";
import type { ClassifyText } from "./divide-message.ts";
import { isFrequentEnglish } from "./frequent-english.ts";
import { decodeKeyboard } from "./keyboard.ts";
import { createNamesOtherIncident } from "./names-other-incident.ts";
import { normalise, toKey } from "./normalise.ts";
import { createReadFacts, type ReadFacts } from "./read-facts.ts";
import { readLastDay } from "./read-last-day.ts";
import { createReadMentions, type ReadMentions } from "./read-mentions.ts";
import { type FoundReply, readOffered, readReply } from "./read-reply.ts";
import { createReadSupposed } from "./read-supposed.ts";
import type { ReplyContext } from "./reply-of-short.ts";
import { segmentMessage } from "./segment-message.ts";
import { splitClauses } from "./split-clauses.ts";
import { readSteering } from "./steering.ts";
import { NO_VOCABULARY, type Vocabulary } from "./vocabulary.ts";

export interface UnderstandOptions {
  readonly models: Readonly<Record<Language, Classifier>>;
  /** Text of each intent's button; typed, it means the intent. */
  readonly labels?: Readonly<Partial<Record<Intent, Localized>>>;
  readonly vocabulary?: Vocabulary;
}

/** Builds the reader of messages. It is pure: the same text and context give the same understanding. */
export function createUnderstand({ models, labels = {}, vocabulary = NO_VOCABULARY }: UnderstandOptions): Understand {
  const readFacts = createReadFacts(vocabulary);
  const readSupposed = createReadSupposed(vocabulary);
  const readMentions = createReadMentions(vocabulary.incident);
  const readers = { readFacts, readSupposed, readMentions, labels, vocabulary };
  const byLabel = labelIndex(labels);
  const namesOtherIncident = createNamesOtherIncident(vocabulary.incident);
  const isEnglish = (word: string) => isFrequentEnglish(word) || models.en.knowsWord(word);
  return (raw, context) => {
    const typed = normalise(raw);
    const decoded = decodeKeyboard(typed, isEnglish);
    const text = decoded === undefined ? typed : normalise(decoded);
    const language = detectLanguage(text, context.language);
    if (toKey(text) === "") return { language, text: "", segments: [], facts: [], corrects: false };
    const model = /[가-힣ㄱ-ㅎㅏ-ㅣ]/.test(text) ? language : /[a-z]/i.test(text) ? "en" : language;
    const classify = createClassify(models[model], byLabel, namesOtherIncident);
    return { language, text, ...read(text, context, { ...readers, classify }) };
  };
}

interface Readers {
  readonly classify: ClassifyText;
  readonly readFacts: ReadFacts;
  readonly readSupposed: ReadFacts;
  readonly readMentions: ReadMentions;
  readonly labels: Readonly<Partial<Record<Intent, Localized>>>;
  readonly vocabulary: Vocabulary;
}

function read(
  text: string,
  { open, today, lastDay, offered = [] }: UnderstandingContext,
  readers: Readers,
): Omit<Understanding, "language" | "text"> {
  const { classify, readFacts } = readers;
  const steered = readSteering(text);
  const lone = open === undefined && lastDay !== undefined ? readLastDay(text, today, lastDay) : undefined;
  if (lone !== undefined) return { segments: [], facts: [lone], corrects: true };
  const stated = readFacts(text, today);
  const found =
    steered !== undefined
      ? undefined
      : open === undefined
        ? readOffered(text, offered)
        : replyIn(text, open, stated, { today, ...readers });
  const value = found?.reply.kind === "value" ? found.reply.read : undefined;
  const facts = stated.filter((fact) => value === undefined || !isSameWords(fact, value));
  const statesFact = (part: string) => readFacts(part, today).length > 0;
  const corrects = readCorrection(text, value !== undefined || facts.length > 0);
  const rest = found?.rest ?? (corrects && facts.length > 0 ? withoutOpener(text) : undefined);
  const segments =
    rest === undefined
      ? without(open === undefined, segmentMessage(text, classify), statesFact)
      : remaining(rest, classify, statesFact);
  const supposed = readers.readSupposed(text, today);
  const mentions = readers.readMentions(text, today);
  const steering = steered ?? (found === undefined ? learntSteering(segments) : undefined);
  return {
    segments,
    facts,
    corrects,
    ...(supposed.length === 0 ? {} : { supposed }),
    ...(mentions.length === 0 ? {} : { mentions }),
    ...(found === undefined ? {} : { reply: found.reply }),
    ...(steering === undefined ? {} : { steering }),
  };
}

/** The "아니" of a correction of something else is no answer ("아니 후불이에요" to the question for a day). */
function replyIn(
  text: string,
  open: OpenQuestion,
  stated: readonly ReadFact[],
  context: Omit<ReplyContext, "open">,
): FoundReply | undefined {
  const found = readReply(text, { ...context, open });
  const elsewhere = stated.length > 0 && readCorrection(text, true);
  return elsewhere && (found?.reply.kind === "no" || found?.reply.kind === "yes") ? undefined : found;
}

/** While a question is open, a message that only states another fact asks nothing. */
const without = (
  free: boolean,
  segments: readonly Segment[],
  statesFact: (text: string) => boolean,
): readonly Segment[] =>
  free ? segments : segments.filter(({ text, intent }) => intent === "distress" || asks(text) || !statesFact(text));

/** What was asked beside the reply; clauses that only state facts are no questions. */
function remaining(rest: string, classify: ClassifyText, statesFact: (clause: string) => boolean): readonly Segment[] {
  const clauses = splitClauses(rest).filter(({ text }) => asks(text) || !statesFact(text));
  const left = clauses.map(({ text }) => text).join(" ");
  if (toKey(left).length < 2) return [];
  return segmentMessage(left, classify).filter(
    ({ band, text, intent }) => !ECHOES.has(intent) && (band === "sure" || (band === "unsure" && asks(text))),
  );
}

/** What goes with a reply and says nothing more. */
const ECHOES: ReadonlySet<Intent> = new Set<Intent>(["affirm", "deny", "dont_know"]);

const STEERING: Readonly<Partial<Record<Intent, Steering>>> = {
  cancel: "cancel",
  start_over: "start_over",
  repeat: "repeat",
  go_back: "go_back",
};

/** Steering in words that only the classifier knows. */
function learntSteering([only, ...others]: readonly Segment[]): Steering | undefined {
  return only?.band === "sure" && others.length === 0 ? STEERING[only.intent] : undefined;
}

/** Words that answer what was asked say nothing else: "SKT예요" about the guardian's line is not about the customer's. */
const isSameWords = (fact: ReadFact, reply: ReadFact): boolean =>
  fact.fact === reply.fact || fact.evidence.includes(reply.evidence) || reply.evidence.includes(fact.evidence);
