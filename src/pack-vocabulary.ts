import type { Pack } from "./content/content.ts";
import { ownIncident } from "./content/own-incident.ts";
import type { Localized } from "./core/language.ts";
import type { Bands, FactWords, Vocabulary } from "./understanding/index.ts";

/** The customer's words for each fact of the pack, in the order of the buttons. */
export function packVocabulary(pack: Pack): Vocabulary {
  const facts = [...pack.policies.values()].flat().flatMap(({ policy }) => policy.facts);
  return {
    incident: ownIncident(pack.incident),
    facts: Object.fromEntries(
      facts.filter(({ from }) => from === "question").map(({ name, kind }) => [name, factWords(pack, name, kind)]),
    ),
  };
}

function factWords({ questions, utterances }: Pack, name: string, kind: "enum" | "date"): FactWords {
  const { values = {}, cues, future, births, ages } = utterances.facts[name] ?? {};
  const bands: Bands | undefined = births ? { kind: "births", of: births } : ages && { kind: "ages", of: ages };
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
    ...(bands === undefined ? {} : { bands }),
  };
}
