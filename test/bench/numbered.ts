import type { Policy } from "../../src/policy/policy.ts";

/** Libraries get days as numbers (20260113), words of a date fact as small ones, and words of other facts as they are. */
export function encode({ facts }: Policy, name: string, value: string): string | number {
  const fact = facts.find((each) => each.name === name);
  if (fact?.kind !== "date") return value;
  const word = fact.extra.indexOf(value);
  return word >= 0 ? word : Number(value.replaceAll("-", ""));
}

/** No day is smaller, every word is. */
export const FIRST_DAY = 10_000_101;
