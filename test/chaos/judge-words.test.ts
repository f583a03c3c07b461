import { expect, it } from "vitest";
import { judgeWords } from "./judge-words.ts";

it("finds words that are lost, doubled or out of order, also when several stand in one post", () => {
  const wanted = ["A확인", "B확인", "C확인"];
  const good = { expected: 3, lost: 0, duplicated: 0, reordered: 0 };
  expect(judgeWords(wanted, ["A확인\nB확인", "C확인"])).toEqual(good);
  expect(judgeWords(wanted, ["A확인", "C확인"])).toEqual({ ...good, lost: 1 });
  expect(judgeWords(wanted, ["A확인 B확인 B확인 C확인"])).toEqual({ ...good, duplicated: 1 });
  expect(judgeWords(wanted, ["B확인", "A확인", "C확인"])).toEqual({ ...good, reordered: 1 });
});
