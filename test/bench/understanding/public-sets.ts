import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "../../../src/core/language.ts";
import { costsOf, type Line, type Result, rounded } from "./compare.ts";
import { shuffled } from "./folds.ts";
import { accuracy, eceOf, type Row, scopeAuroc, standardError } from "./judge.ts";
import { type IsEnglish, Robustness } from "./robustness.ts";
import { Rounds } from "./rounds.ts";
import { OUTSIDE, type TextEngine } from "./text-engine.ts";

interface PublicSet {
  readonly name: string;
  readonly language: Language;
  /** Examples an intent that are drawn from the training rows, once for each seed; all rows when absent. */
  readonly draw?: { readonly count: number; readonly seeds: readonly number[] };
  /** Label of texts that belong to no intent; they are never taught. */
  readonly outside?: string;
}

const SETS: readonly PublicSet[] = [
  { name: "banking77_fs10", language: "en" },
  { name: "hwu64_fs10", language: "en" },
  { name: "ko_kochat4", language: "ko", draw: { count: 10, seeds: [1, 2, 3] }, outside: "oos" },
];

interface PublicRow extends Row {
  readonly split: string;
}

export interface Limits {
  readonly isEnglish: IsEnglish;
  /** By `performance.now()`: no set is begun later. */
  readonly deadline: number;
}

/** Measures on the public sets of a folder of JSON lines `{"text","intent","split"}`; the first engine is ours. */
export async function publicSets(
  folder: string,
  engines: readonly TextEngine[],
  { isEnglish, deadline }: Limits,
): Promise<readonly Line[]> {
  const lines: Line[] = [];
  for (const set of SETS) {
    const file = join(folder, `${set.name}.jsonl`);
    const because = performance.now() > deadline ? "the time was up" : existsSync(file) ? undefined : `no file ${file}`;
    if (because !== undefined) lines.push({ part: "left out", set: set.name, because });
    else lines.push(...(await measureSet(set, readRows(file, set), engines, isEnglish)));
  }
  return lines;
}

const readRows = (file: string, { outside }: PublicSet): readonly PublicRow[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line): PublicRow => JSON.parse(line))
    .map((row) => (row.intent === outside ? { ...row, intent: OUTSIDE } : row));

async function measureSet(
  set: PublicSet,
  rows: readonly PublicRow[],
  engines: readonly TextEngine[],
  isEnglish: IsEnglish,
): Promise<readonly Line[]> {
  const training = rows.filter(({ split, intent }) => split === "train" && intent !== OUTSIDE);
  const test = rows.filter(({ split }) => split === "test");
  const robustness = new Robustness(isEnglish);
  const rounds = new Rounds(engines);
  for (const seed of set.draw?.seeds ?? [0]) {
    const models = await rounds.add({ language: set.language, taught: draw(training, set, seed), test });
    if (set.language === "ko") await robustness.measure(engines, models, test, seed);
  }
  const about = { set: set.name, language: set.language, train: draw(training, set, 0).length, draws: rounds.count };
  return [...accuracyLines(about, test, rounds.results()), ...robustness.lines(set.name)];
}

/** The public 10-shot files as they are; else so many an intent. */
function draw(rows: readonly PublicRow[], { draw: wanted }: PublicSet, seed: number): readonly PublicRow[] {
  if (wanted === undefined) return rows;
  const taken = new Map<string, number>();
  return shuffled(rows, seed).filter(({ intent }) => {
    const count = taken.get(intent) ?? 0;
    taken.set(intent, count + 1);
    return count < wanted.count;
  });
}

function accuracyLines(about: Line, test: readonly Row[], results: readonly Result[]): readonly Line[] {
  const inside = test.filter(({ intent }) => intent !== OUTSIDE).length;
  const [own] = results;
  if (own === undefined) return [];
  const ours = accuracy(own.judged, 1);
  return results.flatMap((result) => {
    const top1 = accuracy(result.judged, 1);
    const line = {
      part: "public set",
      ...about,
      test: inside,
      engine: result.engine,
      accuracy: rounded(top1),
      noise: rounded(standardError(top1, inside)),
      calibrationError: rounded(eceOf(result.judged)),
      ...(result === own
        ? {}
        : { ownToPeer: { accuracy: rounded(ours / top1), errors: rounded((1 - ours) / (1 - top1)) } }),
      ...costsOf(result, own),
    };
    if (inside === test.length) return [line];
    const outOfScope = {
      part: "out of scope",
      ...about,
      inScope: inside,
      outOfScope: test.length - inside,
      engine: result.engine,
      auroc: rounded(scopeAuroc(result.judged)),
      ...(result === own ? {} : { ownToPeer: rounded(scopeAuroc(own.judged) / scopeAuroc(result.judged)) }),
    };
    return [line, outOfScope];
  });
}
