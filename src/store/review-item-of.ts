import type { Agent } from "../core/activity.ts";
import { isIntent } from "../core/intent.ts";
import { LANGUAGES } from "../core/language.ts";
import { REVIEW_STATUSES, type ReviewItem } from "../core/review.ts";
import type { RankedIntent } from "../core/understanding.ts";
import { isNull, jsonOf, numberOf, textOf } from "./row.ts";

export function reviewItemOf(row: object): ReviewItem {
  const label = isNull(row, "label") ? undefined : textOf(row, "label");
  return {
    id: textOf(row, "id"),
    text: textOf(row, "utterance"),
    language: oneOf(LANGUAGES, textOf(row, "language")),
    guesses: jsonOf<readonly RankedIntent[]>(row, "guesses"),
    count: numberOf(row, "times"),
    firstDay: textOf(row, "first_day"),
    lastDay: textOf(row, "last_day"),
    status: oneOf(REVIEW_STATUSES, textOf(row, "status")),
    ...(label !== undefined && isIntent(label) ? { label } : {}),
    ...(isNull(row, "agent") ? {} : { agent: jsonOf<Agent>(row, "agent") }),
  };
}

function oneOf<T extends string>(all: readonly T[], text: string): T {
  const found = all.find((one) => one === text);
  if (found === undefined) throw new TypeError(`The review list holds "${text}".`);
  return found;
}
