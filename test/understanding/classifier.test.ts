import BayesClassifier from "natural/lib/natural/classifiers/bayes_classifier.js";
import { describe, expect, it } from "vitest";
import { loadClassifier, trainClassifier } from "../../src/understanding/index.ts";
import { normalise, toWords } from "../../src/understanding/normalise.ts";
import { type Sample, SparseClassifier } from "../../src/understanding/sparse-classifier.ts";
import { shipped } from "./shipped-intents.ts";

const TOPICS: Readonly<Record<string, readonly string[]>> = {
  constructor: [
    "위약금 언제까지 면제",
    "위약금 면제 기간",
    "면제 마감 날짜",
    "위약금 면제 끝났나요",
    "면제 기한 알려줘",
  ],
  __proto__: ["유심 바꾸고 싶어요", "유심 교체 방법", "새 유심 받는 법", "유심 어디서 바꿔요", "유심칩 교체"],
  toString: ["환급 언제 들어와요", "입금 아직 안 됐어요", "돈 언제 줘요", "환급금 지급일", "통장에 언제 들어오나요"],
  out_of_scope: ["오늘 날씨", "점심 뭐 먹지", "노래 불러줘", "축구 누가 이겼어", "심심해"],
};
const samples: readonly Sample[] = Object.entries(Object.getOwnPropertyDescriptors(TOPICS))
  .concat([
    [
      "__proto__",
      { value: ["유심 바꾸고 싶어요", "유심 교체 방법", "새 유심 받는 법", "유심 어디서 바꿔요", "유심칩 교체"] },
    ],
  ])
  .flatMap(([intent, { value }]) => (Array.isArray(value) ? value.map((text: string) => ({ text, intent })) : []));

const trained = trainClassifier(samples, { language: "ko", seed: 7 });

describe("a classifier", () => {
  it("learns, whatever the labels are called", () => {
    expect(trained.classify("위약금 면제 마감").intent).toBe("constructor");
    expect(trained.classify("유심 교체하는 법").intent).toBe("__proto__");
    expect(trained.classify("환급금 언제 입금돼요").intent).toBe("toString");
  });

  it("is certain of a text that it was taught, signs and spaces aside", () => {
    expect(trained.classify("위약금면제기간?!")).toMatchObject({ intent: "constructor", confidence: 1, band: "sure" });
    expect(trained.classify("오늘 날씨")).toMatchObject({ intent: "out_of_scope", band: "rejected" });
  });

  it("gives shares between 0 and 1, best first", () => {
    const { confidence, alternatives, scope } = trained.classify("유심 언제 줘요");
    const shares = [confidence, ...alternatives.map((entry) => entry.confidence)];
    expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
    expect(scope).toBeGreaterThanOrEqual(0);
    expect(scope).toBeLessThanOrEqual(1);
  });

  it("is the same for the same samples and seed", () => {
    expect(trainClassifier(samples, { language: "ko", seed: 7 }).save().equals(trained.save())).toBe(true);
  });

  it("survives saving", () => {
    const loaded = loadClassifier(trained.save());
    for (const text of ["위약금 언제까지예요", "유심 좀 바꿔줘", "날씨", "asdf", ""]) {
      expect(loaded.classify(text)).toEqual(trained.classify(text));
    }
    expect(loaded.quality).toEqual(trained.quality);
  });

  it("refuses a file that was cut short", () => {
    const bytes = trained.save();
    for (const length of [0, 3, 100, bytes.length - 4])
      expect(() => loadClassifier(bytes.subarray(0, length))).toThrow();
  });

  it("works on next to nothing", () => {
    const one = trainClassifier([{ text: "네", intent: "yes" }], { language: "ko" });
    expect(one.classify("네").intent).toBe("yes");
    expect(() => trainClassifier([], { language: "en" }).classify("hello")).not.toThrow();
  });
});

describe("the floor", () => {
  const korean = shipped.samples.filter(({ language }) => language === "ko").filter((_, at) => at % 2 === 0);
  const isTest = (_: unknown, at: number) => at % 5 === 0;
  const training = korean.filter((sample, at) => !isTest(sample, at));
  const tests = korean.filter(isTest);

  it("our learner beats natural's Bayes on the same texts by far", { timeout: 120_000 }, () => {
    const ours = new SparseClassifier("ko", 1);
    const bayes = new BayesClassifier();
    for (const sample of training) {
      ours.addSample(sample);
      bayes.addDocument(toWords(normalise(sample.text)).split(" "), sample.intent);
    }
    ours.train();
    bayes.train();
    const right = (classify: (text: string) => string) =>
      tests.filter(({ text, intent }) => classify(text) === intent).length / tests.length;
    const floor = right((text) => bayes.classify(toWords(normalise(text)).split(" ")));
    const share = right((text) => ours.classify(text));
    expect(share).toBeGreaterThan(floor + 0.1);
  });
});
