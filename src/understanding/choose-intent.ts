import type { Intent } from "../core/intent.ts";
import type { Localized } from "../core/language.ts";
import type { Segment } from "../core/understanding.ts";
import { toKey } from "./normalise.ts";
import { closest, readPlace } from "./read-choice.ts";
import { readShortReply } from "./short-replies.ts";

/** The offered intent that is meant: its button's text, its place, a part of it, or the best one by the classifier. */
export function chooseIntent(
  text: string,
  intents: readonly Intent[],
  labels: Readonly<Partial<Record<Intent, Localized>>>,
  classify: (text: string) => Segment,
): Intent | undefined {
  const key = toKey(text);
  const offered = intents.flatMap((intent) => {
    const label = labels[intent];
    return label === undefined ? [] : [[intent, label.ko] as const, [intent, label.en] as const];
  });
  const exact = offered.find(([, label]) => toKey(label) === key)?.[0];
  const place = readPlace(text, intents.length);
  if (exact !== undefined || place !== undefined) return exact ?? (place === undefined ? undefined : intents[place]);
  if (readShortReply(text) !== undefined) return undefined;
  const partial = new Set(
    offered.filter(([, label]) => key.length >= 2 && toKey(label).includes(key)).map(([intent]) => intent),
  );
  if (partial.size === 1) return [...partial][0];
  const near = closest(text, offered);
  if (near !== undefined) return near;
  const said = classify(text);
  if (said.band === "sure") return intents.includes(said.intent) ? said.intent : undefined;
  return said.band === "unsure" && intents.includes(said.intent) ? said.intent : undefined;
}
