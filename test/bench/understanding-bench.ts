import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LANGUAGES } from "../../src/core/language.ts";
import { projectRoot } from "../../src/project-root.ts";
import { isFrequentEnglish } from "../../src/understanding/frequent-english.ts";
import { shipped } from "../understanding/shipped-intents.ts";
import { reportPage } from "./report/page.ts";
import { toLanguageReport } from "./report/report-data.ts";
import { bayesTexts } from "./understanding/bayes-texts.ts";
import type { Line } from "./understanding/compare.ts";
import { importCosts, shippedCosts } from "./understanding/costs.ts";
import { nlpjsTexts } from "./understanding/nlpjs-texts.ts";
import { type OwnIntents, ownIntents } from "./understanding/own-intents.ts";
import { ownTexts } from "./understanding/own-texts.ts";
import { publicSets } from "./understanding/public-sets.ts";

/** Seconds after the start by which each part is to be done, so that the whole takes less than eight minutes anywhere. */
const DONE_BY = { ko: 275, en: 400, publicSets: 430 };

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
    const measured = await ownIntents(shipped, language, { engines, isEnglish, deadline: deadline(language) });
    own.push(measured);
    print(measured.lines);
  }
  print(
    folder === undefined
      ? [leftOut()]
      : await publicSets(folder, engines, { isEnglish, deadline: deadline("publicSets") }),
  );
  print([{ part: "report", file: writeReport(own) }]);
  print([{ part: "the run", seconds: Math.round((performance.now() - start) / 1000) }]);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function deadline(part: keyof typeof DONE_BY): number {
  return start + 1000 * DONE_BY[part];
}

function leftOut(): Line {
  const because = "no folder of public data was named: npm run -s bench -- understanding <folder>";
  return { part: "left out", sets: ["banking77_fs10", "hwu64_fs10", "ko_kochat4"], because };
}

function writeReport(own: readonly OwnIntents[]): string {
  const folder = join(projectRoot, ".cache", "reports");
  const file = join(folder, "understanding.html");
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, reportPage({ languages: own.map(toLanguageReport), lines }));
  return file;
}

function print(more: readonly Line[]): void {
  lines.push(...more);
  for (const line of more) process.stdout.write(`${JSON.stringify({ bench: "understanding", ...line })}\n`);
}
