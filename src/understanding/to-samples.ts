import type { Intent } from "../core/intent.ts";
import { LANGUAGES, type Language, type Localized } from "../core/language.ts";
import { OUTSIDE } from "./gated-learner.ts";
import { toKey } from "./normalise.ts";
import type { LabelledText } from "./obtain-models.ts";

/** What one file of `intents/` holds. */
export interface IntentTexts {
  readonly label: Localized;
  readonly examples: Readonly<Record<Language, readonly string[]>>;
  readonly nearMisses: readonly { readonly text: string; readonly belongs: Intent }[];
}

export interface SampleSet {
  readonly samples: readonly LabelledText[];
  readonly negatives: readonly LabelledText[];
  readonly labels: Readonly<Partial<Record<Intent, Localized>>>;
}

/** Everything to learn from: examples, texts of buttons, and near misses under the intent to which they belong. */
export function toSamples(intents: ReadonlyMap<Intent, IntentTexts>): SampleSet {
  const all = new Map<string, LabelledText>();
  const add = (language: Language, text: string, intent: Intent) => {
    const key = `${language}:${toKey(text) || text}`;
    if (!all.has(key)) all.set(key, { language, text, intent });
  };
  for (const [intent, { examples, label }] of intents) {
    for (const language of LANGUAGES) {
      for (const text of examples[language]) add(language, text, intent);
      if (intent !== OUTSIDE) add(language, label[language], intent);
    }
  }
  for (const { nearMisses } of intents.values()) {
    for (const { text, belongs } of nearMisses) add(/[가-힣ㄱ-ㅎ]/.test(text) ? "ko" : "en", text, belongs);
  }
  const texts = [...all.values()];
  return {
    samples: texts.filter(({ intent }) => intent !== OUTSIDE),
    negatives: texts.filter(({ intent }) => intent === OUTSIDE),
    labels: Object.fromEntries([...intents].map(([intent, { label }]) => [intent, label])),
  };
}
