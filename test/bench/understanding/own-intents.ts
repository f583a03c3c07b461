import type { Language } from "../../../src/core/language.ts";
import type { LabelledText, SampleSet } from "../../../src/understanding/index.ts";
import { costsOf, type Line, learnTimed, type Result, rounded } from "./compare.ts";
import { foldsOf } from "./folds.ts";
import {
  accuracy,
  actedAtPrecision,
  atSameShare,
  bandsOf,
  eceOf,
  type Judged,
  judgeAll,
  scopeAuroc,
  standardError,
} from "./judge.ts";
import { type IsEnglish, Robustness } from "./robustness.ts";
import { OUTSIDE, type TextEngine } from "./text-engine.ts";

const FOLDS = 4;
const SEED = 1;
/** What is right of what is acted upon, for "how much can be acted upon?". */
const WANTED_RIGHT = 0.9;

/** The shipped examples of one language, each judged by models that were not taught it. */
export interface OwnIntents {
  readonly language: Language;
  readonly results: readonly Result[];
  readonly lines: readonly Line[];
}

/**
 * Thresholds and temperature are chosen inside the folds too, from what is taught alone. Examples of the other language
 * teach only our engine, which can use them; the peers have one model a language.
 */
export async function ownIntents(
  { samples, negatives }: SampleSet,
  language: Language,
  engines: readonly TextEngine[],
  isEnglish: IsEnglish,
): Promise<OwnIntents> {
  const all = [...samples, ...negatives];
  const rows = all.filter((row) => row.language === language);
  const foreign = teachingFromAbroad(all, language);
  const folds = foldsOf(
    rows.map(({ intent }) => intent),
    FOLDS,
    SEED,
  );
  const sums = engines.map(({ name }) => ({ engine: name, judged: [] as Judged[], trainSeconds: 0, modelBytes: 0 }));
  const robustness = new Robustness(isEnglish);
  for (let fold = 0; fold < FOLDS; fold++) {
    const taught = rows.filter((_, at) => folds[at] !== fold);
    const test = rows.filter((_, at) => folds[at] === fold);
    const learnt = [];
    for (const [e, engine] of engines.entries()) {
      learnt.push(await learnTimed(engine, e === 0 ? [...taught, ...foreign] : taught, language));
    }
    const models = learnt.map(({ model }) => model);
    const judged = await judgeAll(models, test);
    for (const [e, sum] of sums.entries()) {
      sum.judged.push(...(judged[e] ?? []));
      sum.trainSeconds += (learnt[e]?.seconds ?? 0) / FOLDS;
      sum.modelBytes = models[e]?.bytes() ?? 0;
    }
    if (language === "ko") await robustness.measure(engines, models, test, fold);
  }
  const lines = [...sums.map((result) => lineOf(language, result, sums)), ...robustness.lines("own intents")];
  return { language, results: sums, lines };
}

/** As the program does it: the language with fewer examples also learns from the negatives of the other. */
function teachingFromAbroad(all: readonly LabelledText[], language: Language): readonly LabelledText[] {
  const own = all.filter((row) => row.language === language).length;
  return all.filter((row) => row.language !== language && (own * 2 < all.length || row.intent !== OUTSIDE));
}

function lineOf(language: Language, result: Result, [own]: readonly Result[]): Line {
  const { judged, engine } = result;
  const { kept, refused, actedOn, right } = bandsOf(judged);
  const top1 = accuracy(judged, 1);
  const inside = judged.filter(({ intent }) => intent !== OUTSIDE).length;
  const ours = own ?? result;
  const shared = bandsOf(ours.judged).point.kept;
  const atShare = atSameShare(judged, shared);
  const peer = {
    ownToPeer: {
      top1: rounded(accuracy(ours.judged, 1) / top1),
      top3: rounded(accuracy(ours.judged, 3) / accuracy(judged, 3)),
      errors: rounded((1 - accuracy(ours.judged, 1)) / (1 - top1)),
      wrongOfActedOn: rounded((1 - (atSameShare(ours.judged, shared) ?? 0)) / (1 - (atShare ?? 0))),
    },
  };
  return {
    part: "own intents",
    language,
    folds: FOLDS,
    inScope: inside,
    outOfScope: judged.length - inside,
    engine,
    top1: rounded(top1),
    noise: rounded(standardError(top1, inside)),
    top3: rounded(accuracy(judged, 3)),
    kept: rounded(kept),
    refused: rounded(refused),
    actedOn: rounded(actedOn),
    right: rounded(right),
    rightWhenActingOn: {
      share: rounded(shared),
      right: atShare === undefined ? "never acts on so much" : rounded(atShare),
    },
    actedOnWith90Right: rounded(actedAtPrecision(judged, WANTED_RIGHT)),
    calibrationError: rounded(eceOf(judged)),
    scopeAuroc: rounded(scopeAuroc(judged)),
    ...(result === ours ? {} : peer),
    ...costsOf(result, ours),
  };
}
