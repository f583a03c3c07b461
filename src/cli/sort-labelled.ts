import type { IntentContent } from "../content/content.ts";
import type { Intent } from "../core/intent.ts";
import { LANGUAGES } from "../core/language.ts";
import type { ReviewItem } from "../core/review.ts";
import { gramsOf, isNearCopy } from "../understanding/near-copy.ts";
import { toKey } from "../understanding/normalise.ts";

/** What becomes of a labelled item. */
export type Learnt =
  | { readonly kind: "new"; readonly item: ReviewItem; readonly label: Intent; readonly text: string }
  | { readonly kind: "near"; readonly item: ReviewItem; readonly label: Intent; readonly of: string }
  /** It is an example of another intent, or named as one: staff or that file must give in. */
  | { readonly kind: "elsewhere"; readonly item: ReviewItem; readonly label: Intent; readonly other: Intent }
  /** Something in it was masked, or it was cut off: not what a customer would write. */
  | { readonly kind: "unfit"; readonly item: ReviewItem; readonly label: Intent };

const UNFIT = /\[[^\]]{2,10} 가림\]|…$/u;

/** Decides for each labelled item, in order, whether it becomes an example; one taken counts for those after it. */
export function sortLabelled(
  items: readonly ReviewItem[],
  intents: ReadonlyMap<Intent, IntentContent>,
): readonly Learnt[] {
  const places = placesOf(intents);
  const taken = new Map<string, readonly string[]>();
  return items.flatMap((item): readonly Learnt[] => {
    const { label, language } = item;
    if (label === undefined) return [];
    const text = item.text.replace(/\s+/gu, " ").trim();
    const other = places.get(toKey(text));
    if (other !== undefined && other !== label) return [{ kind: "elsewhere", item, label, other }];
    if (UNFIT.test(text)) return [{ kind: "unfit", item, label }];
    const group = `${label}.${language}`;
    const known = [...(intents.get(label)?.examples[language] ?? []), ...(taken.get(group) ?? [])];
    const of = likeIn(known, text);
    if (of !== undefined) return [{ kind: "near", item, label, of }];
    taken.set(group, [...(taken.get(group) ?? []), text]);
    places.set(toKey(text), label);
    return [{ kind: "new", item, label, text }];
  });
}

/** The intent that each text stands for by now: as an example, as the text of a button, or as somebody else's near miss. */
function placesOf(intents: ReadonlyMap<Intent, IntentContent>): Map<string, Intent> {
  const places = new Map<string, Intent>();
  for (const { nearMisses } of intents.values()) {
    for (const { text, belongs } of nearMisses) places.set(toKey(text), belongs);
  }
  for (const [label, { examples, label: button }] of intents) {
    for (const language of LANGUAGES) {
      for (const text of [button[language], ...examples[language]]) places.set(toKey(text), label);
    }
  }
  return places;
}

function likeIn(known: readonly string[], text: string): string | undefined {
  const [key, grams] = [toKey(text), gramsOf(text)];
  return known.find((other) => toKey(other) === key || isNearCopy(grams, gramsOf(other)));
}
