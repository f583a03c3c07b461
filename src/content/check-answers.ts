import { addDays } from "../core/day.ts";
import { CONVERSATION_INTENTS, INTENTS } from "../core/intent.ts";
import { LANGUAGES } from "../core/language.ts";
import type { Answer, Pack } from "./content.ts";
import type { ContentError } from "./yaml-file.ts";

const QUOTE = /\{\{fact\.([a-z0-9_.]+)\}\}/g;

/** Words that promise, or say that all is safe, may not be written at all. */
const FORBIDDEN = [
  /안전합니다/,
  /안전해요/,
  /보장(해요|합니다|돼요|됩니다)/,
  /반드시 받/,
  /you are safe/i,
  /we guarantee/i,
  /guaranteed/i,
];

/** Faults of the answers: holes in time, unknown sources and facts, numbers that no fact holds, promises. */
export function checkAnswers(pack: Pack, folder: string): readonly ContentError[] {
  const claimed = INTENTS.filter((intent) => !CONVERSATION_INTENTS.has(intent));
  const missing = claimed
    .filter((intent) => !pack.answers.has(intent))
    .map((intent) => ({ file: `${folder}/answers`, message: `no answer for ${intent}` }));
  const gaps = [...pack.answers].flatMap(([id, variants]) => checkTimes(pack, id, variants, folder));
  const texts = [...pack.answers.values()].flat().flatMap((answer) => checkText(pack, answer, folder));
  return [...missing, ...gaps, ...texts];
}

/** Variants of an intent follow one another without hole or overlap from the first day of the pack on. */
function checkTimes(pack: Pack, id: string, variants: readonly Answer[], folder: string): readonly ContentError[] {
  const errors: ContentError[] = [];
  const file = (answer: Answer | undefined) => `${folder}/answers/${answer?.id ?? id}.*.md`;
  const ofIntent = (INTENTS as readonly string[]).includes(id);
  if (ofIntent && variants[0] !== undefined && variants[0].head.valid_from > pack.incident.covers_from) {
    errors.push({ file: file(variants[0]), message: `no answer between ${pack.incident.covers_from} and its start` });
  }
  variants.forEach((answer, index) => {
    const next = variants[index + 1];
    const end = answer.head.valid_to;
    if (end !== undefined && end < answer.head.valid_from)
      errors.push({ file: file(answer), message: "ends before it starts" });
    if (next === undefined) {
      if (ofIntent && end !== undefined) errors.push({ file: file(answer), message: `no answer after ${end}` });
    } else if (end === undefined || addDays(end, 1) !== next.head.valid_from) {
      errors.push({
        file: file(next),
        message: `must start on the day after ${answer.id} ends (${end ?? "open end"})`,
      });
    }
  });
  return errors;
}

function checkText(pack: Pack, answer: Answer, folder: string): readonly ContentError[] {
  const { valid_from: from, sources } = answer.head;
  const common = sources.flatMap((id) => {
    const source = pack.sources.get(id);
    const file = `${folder}/answers/${answer.id}.*.md`;
    if (source === undefined) return [{ file, message: `unknown source ${id}` }];
    if (source.status === "preview" || source.status === "withdrawn") {
      return [{ file, message: `source ${id} is ${source.status} and may not back a statement` }];
    }
    return source.date > from
      ? [{ file, message: `source ${id} (${source.date}) is younger than the answer (${from})` }]
      : [];
  });
  const words = LANGUAGES.flatMap((language) =>
    checkWords(pack, answer.body[language], `${folder}/answers/${answer.id}.${language}.md`, from),
  );
  return [...common, ...words];
}

/** `from`: the day on which the words are first said; facts must have been public by then. */
export function checkWords(pack: Pack, words: string, file: string, from?: string): ContentError[] {
  const errors: ContentError[] = [];
  for (const [, key = ""] of words.matchAll(QUOTE)) {
    const fact = pack.facts.get(key);
    if (fact === undefined) errors.push({ file, message: `quotes the unknown fact ${key}` });
    else if (from !== undefined && fact.valid_from > from) {
      errors.push({ file, message: `quotes ${key}, which was public only from ${fact.valid_from}, on ${from}` });
    }
  }
  const bare = words.replaceAll(QUOTE, "").match(/\d+/);
  if (bare) errors.push({ file, message: `the number ${bare[0]} does not come from a fact` });
  if (/https?:|www\./.test(words)) errors.push({ file, message: "holds a link; links come from sources" });
  for (const promise of FORBIDDEN) {
    if (promise.test(words)) errors.push({ file, message: `may not say ${promise.source}` });
  }
  return errors;
}
