import { builtFrom } from "./built-from.ts";
import type { Content, Pack } from "./content/content.ts";
import { loadContent } from "./content/load-content.ts";
import { sha256 } from "./content/sha256.ts";
import { AppError } from "./core/app-error.ts";
import { INTENTS } from "./core/intent.ts";
import { LANGUAGES } from "./core/language.ts";
import { packVocabulary } from "./pack-vocabulary.ts";
import type { Understand } from "./ports/understand.ts";
import { redact } from "./privacy/redact.ts";
import { createUnderstand, obtainModels, obtainNamedModels, remembering, toSamples } from "./understanding/index.ts";

export interface AssistantContent {
  readonly content: Content;
  readonly understand: Understand;
}

/** Loads all content and the models trained on it; trains them when the content has changed. */
export async function loadAssistantContent(root: string, incident: string): Promise<AssistantContent> {
  const content = await loadContent(root, builtFrom);
  const pack = content.packs.get(incident);
  if (pack === undefined) {
    throw new AppError("CONFIG_INVALID", `INCIDENT: there is no pack dialogs/incidents/${incident}`);
  }
  const source = () => {
    const { samples, negatives } = toSamples(content.intents);
    return { samples: [...samples, ...packSamples(pack)], negatives };
  };
  const models =
    builtFrom === undefined
      ? await obtainModels({ ...source(), root })
      : await obtainNamedModels(sha256(`${builtFrom}\0${content.hash}\0${incident}`), root, source);
  const labels = Object.fromEntries([...content.intents].map(([intent, { label }]) => [intent, label]));
  const understand = createUnderstand({ models, labels, vocabulary: packVocabulary(pack) });
  return { content, understand: remembering(understand, isPublic) };
}

/** Figures may be anybody's, also where they are too few to be taken out. */
const isPublic = (text: string): boolean => !/\d/.test(text) && redact(text) === text;

const packSamples = ({ utterances }: Pack) =>
  INTENTS.flatMap((intent) =>
    LANGUAGES.flatMap((language) =>
      (utterances.examples[intent]?.[language] ?? []).map((text) => ({ language, text, intent })),
    ),
  );
