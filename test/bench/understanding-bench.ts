import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LANGUAGES } from "../../src/core/language.ts";
import { isFrequentEnglish } from "../../src/understanding/frequent-english.ts";
import { shipped } from "../understanding/shipped-intents.ts";
import { bayesTexts } from "./understanding/bayes-texts.ts";
import type { Line } from "./understanding/compare.ts";
import { importCosts, shippedCosts } from "./understanding/costs.ts";
import { nlpjsTexts } from "./understanding/nlpjs-texts.ts";
import { type OwnIntents, ownIntents } from "./understanding/own-intents.ts";
import { ownTexts } from "./understanding/own-texts.ts";
import { publicSets } from "./understanding/public-sets.ts";

const [folder] = process.argv.slice(3).filter((word) => word !== "--");
const lines: Line[] = [];
const start = performance.now();
const scratch = mkdtempSync(join(tmpdir(), "ansim-bench-"));

try {
  const engines = [ownTexts, nlpjsTexts(), bayesTexts()];
  const { models, lines: costs } = await shippedCosts(shipped, scratch);
  print(costs);
  print(importCosts());
  const isEnglish = (word: string): boolean => isFrequentEnglish(word) || models.en.knowsWord(word);
  const own: OwnIntents[] = [];
  for (const language of LANGUAGES) {
    const measured = await ownIntents(shipped, language, engines, isEnglish);
    own.push(measured);
    print(measured.lines);
  }
  print(folder === undefined ? [leftOut()] : await publicSets(folder, engines, isEnglish));
  print([{ part: "the run", seconds: Math.round((performance.now() - start) / 1000) }]);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function leftOut(): Line {
  const because = "no folder of public data was named: npm run -s bench -- understanding <folder>";
  return { part: "left out", sets: ["banking77_fs10", "hwu64_fs10", "ko_kochat4"], because };
}

function print(more: readonly Line[]): void {
  lines.push(...more);
  for (const line of more) process.stdout.write(`${JSON.stringify({ bench: "understanding", ...line })}\n`);
}
