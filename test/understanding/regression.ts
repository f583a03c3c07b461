import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { INTENTS, type Intent } from "../../src/core/intent.ts";
import { LANGUAGES, type Language } from "../../src/core/language.ts";
import type { Segment } from "../../src/core/understanding.ts";
import type { Understand } from "../../src/ports/understand.ts";
import { projectRoot } from "../../src/project-root.ts";

/** A sentence that a release must keep getting right, or (`frozen: false`) does not get right yet. */
export interface RegressionLine {
  readonly language: Language;
  readonly intent: Intent;
  readonly text: string;
  readonly frozen: boolean;
}

export interface JudgedLine extends RegressionLine {
  /** The intent acted on, or offered first. */
  readonly isFirst: boolean;
  /** Acted on, or among what is offered. */
  readonly isOffered: boolean;
  /** What was understood instead, for the report. */
  readonly read: string;
}

const lines = z.array(z.string().min(1));
const fileSchema = z.partialRecord(z.enum(INTENTS), z.strictObject({ frozen: lines, not_yet: lines.optional() }));

/** Every line of `test/understanding/regression/`. */
export const readRegression = (): readonly RegressionLine[] =>
  LANGUAGES.flatMap((language) => {
    const file = join(projectRoot, "test/understanding/regression", `${language}.yaml`);
    const sets = fileSchema.parse(parse(readFileSync(file, "utf8")));
    return INTENTS.flatMap((intent) => {
      const { frozen = [], not_yet: notYet = [] } = sets[intent] ?? {};
      const line = (text: string, isFrozen: boolean) => ({ language, intent, text, frozen: isFrozen });
      return [...frozen.map((text) => line(text, true)), ...notYet.map((text) => line(text, false))];
    });
  });

const OFFERED = 3;
/** What was rejected is offered only when it comes this near, as `dialogs/repair/unclear.ts` has it. */
const NEAR_WHEN_REJECTED = 0.5;

/** Reads a line as the program would, without anything said before. */
export function judge(understand: Understand, line: RegressionLine): JudgedLine {
  const { segments, steering } = understand(line.text, { language: line.language, today: "2026-01-10" });
  const acted = segments.filter(({ band }) => band === "sure").map(({ intent }) => intent);
  const doubtful = acted.length > 0 || steering !== undefined ? [] : segments.flatMap(offered).slice(0, OFFERED);
  const [first] = [...acted, ...doubtful];
  return {
    ...line,
    isFirst: steering === line.intent || acted.includes(line.intent) || first === line.intent,
    isOffered: [steering, ...acted, ...doubtful].includes(line.intent),
    read: segments.map(wordsOf).join(" | ") || (steering ?? "nothing"),
  };
}

const offered = ({ band, intent, alternatives }: Segment): readonly Intent[] =>
  band === "unsure"
    ? [intent, ...alternatives.map((other) => other.intent)]
    : alternatives.filter(({ confidence }) => confidence >= NEAR_WHEN_REJECTED).map((other) => other.intent);

const wordsOf = ({ band, intent, confidence, alternatives: [next] }: Segment): string =>
  `${band} ${intent} ${confidence.toFixed(2)}${band === "sure" || next === undefined ? "" : `, ${next.intent} ${next.confidence.toFixed(2)}`}`;
