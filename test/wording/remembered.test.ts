import { expect, test } from "vitest";
import { remembered } from "../../src/wording/remembered.ts";

test("what has a key is made once while it is among the last, and what has none every time", () => {
  const made: string[] = [];
  const upper = remembered(
    (text: string) => {
      made.push(text);
      return text.toUpperCase();
    },
    (text) => (text.startsWith("secret") ? undefined : text),
    2,
  );
  expect(["a", "a", "b", "a", "secret", "secret", "c", "a"].map(upper)).toEqual([
    "A",
    "A",
    "B",
    "A",
    "SECRET",
    "SECRET",
    "C",
    "A",
  ]);
  expect(made).toEqual(["a", "b", "secret", "secret", "c", "a"]);
});
