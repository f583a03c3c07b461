import { beforeAll, describe, expect, it } from "vitest";
import { INTENTS } from "../../src/core/intent.ts";
import { LANGUAGES } from "../../src/core/language.ts";
import { loadAssistantContent } from "../../src/load-assistant-content.ts";
import { projectRoot } from "../../src/project-root.ts";
import { gramsOf, likeness } from "../../src/understanding/near-copy.ts";
import { normalise, toKey } from "../../src/understanding/normalise.ts";
import { type JudgedLine, judge, readRegression } from "./regression.ts";
import { readIntents } from "./shipped-intents.ts";
import { summarise } from "./summarise-regression.ts";

/** Percent of the frozen lines of a language whose intent must come first. */
const LEAST_FIRST = 90;
const MOST_WRONG_OF_AN_INTENT = 1;
const LEAST_LINES = { ko: 6, en: 4 } as const;
const UNLIKE = 0.7;

const lines = readRegression();
const name = ({ language, intent, text, read }: JudgedLine): string => `${language} ${intent}: ${text} (${read})`;

describe("the regression set", () => {
  it.each(LANGUAGES)("holds lines of every intent in %s", (language) => {
    const few = INTENTS.filter(
      (intent) =>
        intent !== "out_of_scope" &&
        lines.filter((line) => line.language === language && line.intent === intent).length < LEAST_LINES[language],
    );
    expect(few).toEqual([]);
  });

  it("holds no line twice", () => {
    const keys = lines.map(({ text }) => toKey(text));
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  it("holds nothing that the models have learnt, nor nearly", () => {
    const learnt = [...readIntents().values()].flatMap(({ examples, label, nearMisses }) => [
      ...LANGUAGES.flatMap((language) => [...examples[language], label[language]]),
      ...nearMisses.map(({ text }) => text),
    ]);
    const known = learnt.map((text) => ({ text, grams: gramsOf(normalise(text)) }));
    const near = lines.flatMap(({ text }) => {
      const grams = gramsOf(text);
      const like = known.find((other) => likeness(grams, other.grams) >= UNLIKE);
      return like === undefined ? [] : [`"${text}" is nearly "${like.text}"`];
    });
    expect(near).toEqual([]);
  });
});

describe("a release", () => {
  let judged: readonly JudgedLine[];
  beforeAll(async () => {
    const { understand } = await loadAssistantContent(projectRoot, "kt-2025");
    judged = lines.map((line) => judge(understand, line));
    console.info(`regression set: ${JSON.stringify(summarise(judged))}`);
    const notYet = judged.filter(({ frozen }) => !frozen);
    for (const line of notYet) console.info(`not yet${line.isFirst ? ", but right now" : ""}: ${name(line)}`);
  }, 300_000);

  it("acts on or offers the intent of every frozen line", () => {
    expect(judged.filter(({ frozen, isOffered }) => frozen && !isOffered).map(name)).toEqual([]);
  });

  it.each(LANGUAGES)("puts nearly all of them first in %s", (language) => {
    expect(summarise(judged)[language]?.first).toBeGreaterThanOrEqual(LEAST_FIRST);
  });

  it("leaves no intent behind", () => {
    const behind = INTENTS.flatMap((intent) => {
      const wrong = judged.filter((line) => line.intent === intent && line.frozen && !line.isFirst);
      return wrong.length > MOST_WRONG_OF_AN_INTENT ? wrong.map(name) : [];
    });
    expect(behind).toEqual([]);
  });
});
