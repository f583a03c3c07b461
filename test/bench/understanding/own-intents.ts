import type { Language } from "../../../src/core/language.ts";
import type { LabelledText, SampleSet } from "../../../src/understanding/index.ts";
import type { Line, Result } from "./compare.ts";
import { foldsOf } from "./folds.ts";
import { ownIntentsLines } from "./own-intents-lines.ts";
import { type IsEnglish, Robustness } from "./robustness.ts";
import { Rounds } from "./rounds.ts";
import { OUTSIDE, type TextEngine } from "./text-engine.ts";

const FOLDS = 4;
const SEED = 1;

/** The shipped examples of one language, each judged by models that were not taught it. */
export interface OwnIntents {
  readonly language: Language;
  readonly results: readonly Result[];
  readonly lines: readonly Line[];
}

export interface OwnIntentsOptions {
  readonly engines: readonly TextEngine[];
  readonly isEnglish: IsEnglish;
  /** By `performance.now()`: no fold is begun that would end later. The first one always is. */
  readonly deadline: number;
}

/**
 * Thresholds and temperature are chosen inside the folds too, from what is taught alone. Examples of the other language
 * teach only our engine, which can use them; the peers have one model a language.
 */
export async function ownIntents(
  { samples, negatives }: SampleSet,
  language: Language,
  { engines, isEnglish, deadline }: OwnIntentsOptions,
): Promise<OwnIntents> {
  const all = [...samples, ...negatives];
  const rows = all.filter((row) => row.language === language);
  const labels = rows.map(({ intent }) => intent);
  const folds = foldsOf(labels, FOLDS, SEED);
  const more = teachingFromAbroad(all, language);
  const rounds = new Rounds(engines);
  const robustness = new Robustness(isEnglish);
  const start = performance.now();
  const hasTime = (done: number): boolean => (performance.now() - start) * (1 + 1 / done) + start < deadline;
  for (let fold = 0; fold < FOLDS && (fold === 0 || hasTime(fold)); fold++) {
    const taught = rows.filter((_, at) => folds[at] !== fold);
    const test = rows.filter((_, at) => folds[at] === fold);
    const models = await rounds.add({ language, taught, more, test });
    if (language === "ko") await robustness.measure(engines, models, test, fold);
  }
  const results = rounds.results();
  const about = { language, folds: FOLDS, foldsJudged: rounds.count, foreignTaughtToOwn: more.length };
  const lines = [...ownIntentsLines(about, results), ...robustness.lines("own intents")];
  return { language, results, lines };
}

/** As the program does it: the language with fewer examples also learns from the negatives of the other. */
function teachingFromAbroad(all: readonly LabelledText[], language: Language): readonly LabelledText[] {
  const own = all.filter((row) => row.language === language).length;
  return all.filter((row) => row.language !== language && (own * 2 < all.length || row.intent !== OUTSIDE));
}
