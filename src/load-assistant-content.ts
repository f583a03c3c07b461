import type { Content, Pack } from "./content/content.ts";
import { loadContent } from "./content/load-content.ts";
import { AppError } from "./core/app-error.ts";
import { INTENTS } from "./core/intent.ts";
import { LANGUAGES, type Localized } from "./core/language.ts";
import type { Understand } from "./ports/understand.ts";
import { createUnderstand, type FactWords, obtainModels, toSamples, type Vocabulary } from "./understanding/index.ts";

export interface AssistantContent {
  readonly content: Content;
  readonly understand: Understand;
}

/** Loads all content and the models trained on it; trains them when the content has changed. */
export async function loadAssistantContent(root: string, incident: string): Promise<AssistantContent> {
  const content = await loadContent(root);
  const pack = content.packs.get(incident);
  if (pack === undefined) {
    throw new AppError("CONFIG_INVALID", `INCIDENT: there is no pack dialogs/incidents/${incident}`);
  }
  const { samples, negatives, labels } = toSamples(content.intents);
  const models = await obtainModels({ samples: [...samples, ...packSamples(pack)], negatives, root });
  return { content, understand: createUnderstand({ models, labels, vocabulary: vocabularyOf(pack) }) };
}

const packSamples = ({ utterances }: Pack) =>
  INTENTS.flatMap((intent) =>
    LANGUAGES.flatMap((language) =>
      (utterances.examples[intent]?.[language] ?? []).map((text) => ({ language, text, intent })),
    ),
  );

/** The customer's words for each fact of the pack, in the order of the buttons. */
function vocabularyOf(pack: Pack): Vocabulary {
  const facts = [...pack.policies.values()].flat().flatMap(({ policy }) => policy.facts);
  return {
    facts: Object.fromEntries(
      facts.filter(({ from }) => from === "question").map(({ name, kind }) => [name, factWords(pack, name, kind)]),
    ),
  };
}

function factWords({ questions, utterances }: Pack, name: string, kind: "enum" | "date"): FactWords {
  const { values = {}, cues, future } = utterances.facts[name] ?? {};
  const [ko, en] = [questions.ko[name]?.options ?? {}, questions.en[name]?.options ?? {}];
  const options: Record<string, Localized> = {};
  for (const [value, label] of Object.entries(ko)) options[value] = { ko: label, en: en[value] ?? label };
  const inOrder = [...new Set([...Object.keys(options), ...Object.keys(values)])];
  return {
    kind,
    values: Object.fromEntries(inOrder.map((value) => [value, values[value] ?? { ko: [], en: [] }])),
    options,
    ...(cues === undefined ? {} : { cues }),
    ...(future === undefined ? {} : { future }),
  };
}
