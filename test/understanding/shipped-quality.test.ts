import { beforeAll, describe, expect, it } from "vitest";
import { LANGUAGES } from "../../src/core/language.ts";
import type { Models } from "../../src/understanding/index.ts";
import { shippedModels } from "./shipped-intents.ts";

let models: Models;

beforeAll(async () => {
  models = await shippedModels();
}, 300_000);

/** What the shipped examples must reach on texts that the model had not seen, in percent. */
const LEAST = {
  ko: { top1: 83, top3: 94, kept: 94, refused: 80, sureRight: 89 },
  en: { top1: 66, top3: 83, kept: 94, refused: 68, sureRight: 89 },
} as const;

describe("the shipped intents, cross-validated", () => {
  it.each(LANGUAGES)("%s", (language) => {
    const { quality } = models[language];
    const percent = Object.fromEntries(
      Object.entries(quality).map(([name, share]) => [name, Math.round(share * 1000) / 10]),
    );
    console.info(`cross-validated ${language}: ${JSON.stringify(percent)}`);
    for (const [name, least] of Object.entries(LEAST[language]))
      expect(percent[name], name).toBeGreaterThanOrEqual(least);
  });
});
