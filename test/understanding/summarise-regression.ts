import { LANGUAGES, type Language } from "../../src/core/language.ts";
import type { JudgedLine } from "./regression.ts";

export interface RegressionShare {
  readonly frozen: number;
  /** Frozen lines whose intent is acted on or offered first, in percent. */
  readonly first: number;
  /** Frozen lines whose intent is acted on or offered, in percent. */
  readonly offered: number;
  readonly notYet: number;
}

/** How the frozen lines of each language fare. */
export const summarise = (judged: readonly JudgedLine[]): Readonly<Partial<Record<Language, RegressionShare>>> =>
  Object.fromEntries(
    LANGUAGES.map((language) => [language, shareOf(judged.filter((line) => line.language === language))]),
  );

function shareOf(lines: readonly JudgedLine[]): RegressionShare {
  const frozen = lines.filter((line) => line.frozen);
  const percent = (right: readonly JudgedLine[]) => Math.round((1000 * right.length) / Math.max(1, frozen.length)) / 10;
  return {
    frozen: frozen.length,
    first: percent(frozen.filter(({ isFirst }) => isFirst)),
    offered: percent(frozen.filter(({ isOffered }) => isOffered)),
    notYet: lines.length - frozen.length,
  };
}
