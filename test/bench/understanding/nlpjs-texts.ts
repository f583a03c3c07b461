import { loadPeer } from "../load-peer.ts";
import { type Heard, OUTSIDE, type TextEngine } from "./text-engine.ts";

interface Scored {
  readonly intent: string;
  readonly score: number;
}

interface Nlp {
  addDocument(language: string, text: string, intent: string): void;
  train(): Promise<void>;
  readonly nluManager: {
    process(language: string, text: string): Promise<{ readonly classifications: readonly Scored[] }>;
    toJSON(): object;
  };
}

interface Container {
  use(plugin: unknown): void;
}

interface Core {
  containerBootstrap(options: object, isBare: boolean): Promise<Container>;
}

type NlpClass = new (settings: object) => Nlp;

/** NLP.js' own word for what belongs to no intent. */
const NONE = "None";
/** Below it NLP.js answers `None`: its default. */
const THRESHOLD = 0.5;
const PLUGINS = { ko: ["@nlpjs/lang-ko", "LangKo"], en: ["@nlpjs/lang-en", "LangEn"] } as const;

/** NLP.js with its default settings; only the classification is run, without entities and sentiment. */
export function nlpjsTexts(): TextEngine {
  const { module, version } = loadPeer("@nlpjs/nlp");
  const { Nlp } = module as { readonly Nlp: NlpClass };
  const { containerBootstrap } = loadPeer("@nlpjs/core").module as Core;
  return {
    name: `nlp.js ${version}`,
    learn: async (samples, language) => {
      const [name, plugin] = PLUGINS[language];
      const container = await containerBootstrap({}, true);
      container.use((loadPeer(name).module as Record<string, unknown>)[plugin]);
      const nlp = new Nlp({ container, languages: [language], autoSave: false, nlu: { log: false } });
      for (const { text, intent } of samples) nlp.addDocument(language, text, intent === OUTSIDE ? NONE : intent);
      await nlp.train();
      return {
        hear: async (text) => toHeard((await nlp.nluManager.process(language, text)).classifications),
        bytes: () => Buffer.byteLength(JSON.stringify(nlp.nluManager.toJSON())),
      };
    },
  };
}

function toHeard(scores: readonly Scored[]): Heard {
  const ranked = scores
    .filter(({ intent, score }) => intent !== NONE && score > 0)
    .map(({ intent, score }) => ({ intent, confidence: score }));
  const [best] = ranked;
  const scope = best?.confidence ?? 0;
  const acts = best !== undefined && scores[0]?.intent === best.intent;
  return { ranked, scope, sureness: acts ? scope : 0, band: acts && scope >= THRESHOLD ? "sure" : "rejected" };
}
