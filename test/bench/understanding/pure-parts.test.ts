import { describe, expect, it } from "vitest";
import { decodeKeyboard } from "../../../src/understanding/keyboard.ts";
import { seededRandom } from "../../../src/understanding/seeded-random.ts";
import { auroc } from "./auroc.ts";
import { calibrationError, reliability } from "./calibration.ts";
import { typedInEnglish } from "./english-layout.ts";
import { foldsOf } from "./folds.ts";
import { withJamoErrors, withoutSpaces } from "./jamo-noise.ts";
import { keptAt, rejectionCurve, rightAt } from "./rejection-curve.ts";

describe("AUROC", () => {
  it("is 1 for a perfect split, 0 for a reversed one, half for none", () => {
    expect(auroc([0.9, 0.8], [0.1, 0.2, 0.3])).toBe(1);
    expect(auroc([0.1], [0.5, 0.9])).toBe(0);
    expect(auroc([0.5, 0.5], [0.5])).toBe(0.5);
  });

  it("counts the pairs in the right order", () => {
    // Of the pairs (0.8, 0.6) (0.8, 0.2) (0.4, 0.6) (0.4, 0.2), three.
    expect(auroc([0.8, 0.4], [0.6, 0.2])).toBe(0.75);
    expect(auroc([], [0.2])).toBeNaN();
  });
});

describe("calibration", () => {
  const claims = [
    { confidence: 0.95, right: true },
    { confidence: 1, right: true },
    { confidence: 0.55, right: false },
    { confidence: 0.5, right: true },
  ];

  it("bins by confidence, the certain ones included", () => {
    const bins = reliability(claims);
    expect(bins).toHaveLength(10);
    expect(bins[9]).toEqual({ count: 2, claimed: 0.975, right: 1 });
    expect(bins[5]).toEqual({ count: 2, claimed: 0.525, right: 0.5 });
    expect(bins[0]).toEqual({ count: 0, claimed: 0.05, right: 0 });
  });

  it("has the mean distance as its error", () => {
    expect(calibrationError(reliability(claims))).toBeCloseTo((2 * 0.025 + 2 * 0.025) / 4);
    expect(calibrationError(reliability([]))).toBe(0);
  });
});

describe("the rejection curve", () => {
  const curve = rejectionCurve([
    { sureness: 0.2, right: false },
    { sureness: 0.9, right: true },
    { sureness: 0.5, right: false },
    { sureness: 0.5, right: true },
    { sureness: 0, right: false },
  ]);

  it("goes from the surest on, draws no line between equals, and never acts on nothing", () => {
    expect(curve).toEqual([
      { kept: 0.2, right: 1 },
      { kept: 0.6, right: 2 / 3 },
      { kept: 0.8, right: 0.5 },
    ]);
  });

  it("is read off in both directions", () => {
    expect(rightAt(curve, 0.5)).toBe(2 / 3);
    expect(rightAt(curve, 0.9)).toBeUndefined();
    expect(keptAt(curve, 0.6)).toBe(0.6);
    expect(keptAt(curve, 1)).toBe(0.2);
    expect(keptAt([], 0.5)).toBe(0);
  });
});

describe("noise", () => {
  const text = "위약금 면제 기간이 언제까지예요? KT 2025".repeat(40);

  it("changes about one syllable in eight, and nothing else", () => {
    const noisy = withJamoErrors(text, seededRandom(1));
    const syllables = [...text].filter((letter) => /[가-힣]/.test(letter)).length;
    const changed = [...text].filter((letter, at) => noisy[at] !== letter);
    expect(noisy).toHaveLength(text.length);
    expect(changed.every((letter) => /[가-힣]/.test(letter))).toBe(true);
    expect(changed.length / syllables).toBeGreaterThan(0.09);
    expect(changed.length / syllables).toBeLessThan(0.16);
    expect(withJamoErrors(text, seededRandom(1))).toBe(noisy);
  });

  it("changes one jamo of a syllable", () => {
    const slips = [..."강".repeat(2000)].map((letter, at) => withJamoErrors(letter, seededRandom(at)));
    const wrong = new Set(slips.filter((letter) => letter !== "강").map((letter) => letter.normalize("NFD")));
    const right = "강".normalize("NFD");
    for (const slip of wrong) {
      const same = [0, 1, 2].filter((part) => (slip[part] ?? "") === right[part]).length;
      expect(same, slip).toBe(2);
    }
    expect(wrong.size).toBeGreaterThan(30);
  });

  it("takes out all spaces", () => {
    expect(withoutSpaces("유심 바꾸고\n 싶어요")).toBe("유심바꾸고싶어요");
  });
});

describe("the wrong keyboard layout", () => {
  it("writes what the keys would", () => {
    expect(typedInEnglish("안녕")).toBe("dkssud");
    expect(typedInEnglish("왜 까다롭죠? KT 값-값")).toBe("dho Rkekfhqwy? KT rkqt-rkqt");
    expect(typedInEnglish("ㅋㅋ ㅠㅠ ㄳ")).toBe("zz bb rt");
  });

  it("is undone by the program's own reader", () => {
    for (const text of [
      "위약금 면제 언제까지예요?",
      "유심 교체하고 싶은데 재고 있나요",
      "돈이 빠져나갔어요 어떡해요",
    ]) {
      expect(decodeKeyboard(typedInEnglish(text), () => false)).toBe(text);
    }
  });
});

describe("folds", () => {
  it("spread each label evenly, the same for the same seed", () => {
    const labels = [...Array<string>(8).fill("a"), ...Array<string>(4).fill("b"), "c"];
    const folds = foldsOf(labels, 4, 7);
    for (const fold of [0, 1, 2, 3]) {
      expect(labels.filter((label, at) => label === "a" && folds[at] === fold)).toHaveLength(2);
      expect(labels.filter((label, at) => label === "b" && folds[at] === fold)).toHaveLength(1);
    }
    expect(foldsOf(labels, 4, 7)).toEqual(folds);
    expect(foldsOf(labels, 4, 8)).not.toEqual(folds);
  });
});
