import { describe, expect, it } from "vitest";
import { addUp, judge } from "./judge.ts";

describe("the judgement of a conversation", () => {
  const accepted = [3, 5, 7, 9];
  const short = (answered: readonly (number | undefined)[]) => {
    const { delivered, lost, duplicated, reordered, strange } = judge({ accepted, answered });
    return { delivered, lost, duplicated, reordered, strange };
  };
  const good = { delivered: 4, lost: 0, duplicated: 0, reordered: 0, strange: 0 };

  it("finds nothing wrong with each answer once, in order", () => {
    expect(short([3, 5, 7, 9])).toEqual(good);
  });
  it("finds what is lost, doubled, out of order or strange", () => {
    expect(short([3, 7, 9])).toEqual({ ...good, delivered: 3, lost: 1 });
    expect(short([3, 5, 5, 7, 9])).toEqual({ ...good, duplicated: 1 });
    expect(short([3, 7, 5, 9])).toEqual({ ...good, reordered: 1 });
    expect(short([3, 5, undefined, 7, 9, 4])).toEqual({ ...good, strange: 2 });
    expect(short([])).toEqual({ ...good, delivered: 0, lost: 4 });
  });
  it("adds up", () => {
    expect(addUp([judge({ accepted, answered: [3] }), judge({ accepted, answered: accepted })])).toMatchObject({
      accepted: 8,
      delivered: 5,
      lost: 3,
    });
  });
});
