import type { Activity } from "../core/activity.ts";
import type { Owner } from "../core/conversation.ts";
import type { Day } from "../core/day.ts";
import type { Decision } from "../core/decision.ts";
import type { Language } from "../core/language.ts";
import type { UnclearUtterance } from "../core/review.ts";
import type { RankedIntent, Segment, Understanding } from "../core/understanding.ts";
import type { Sha256 } from "../ports/sha256.ts";
import { redact } from "../privacy/redact.ts";
import { normalise, toKey } from "../understanding/normalise.ts";

/** A longer message is no example of anything; its beginning is enough to see why it was not understood. */
const MAX_SIGNS = 300;
const MAX_GUESSES = 4;
/** A stray letter beside what was understood is not worth anybody's time. */
const LEAST_BESIDE = 2;

export interface Handled {
  readonly activity: Activity;
  /** Who spoke to the customer when the message came. */
  readonly owner: Owner;
  readonly decision: Decision;
  readonly understanding?: Understanding;
}

/**
 * What the bot did not understand in a turn, redacted: the whole message where the turn ended in a question or in a
 * person for that reason, else the parts that were let pass. Nothing of what is said to an agent.
 */
export function unclearOf(
  { activity, owner, decision, understanding }: Handled,
  on: { readonly day: Day; readonly sha256: Sha256 },
): readonly UnclearUtterance[] {
  if (
    activity.kind !== "said" ||
    decision.outcome === "surveyed" ||
    owner.kind !== "bot" ||
    understanding === undefined
  )
    return [];
  const { language, segments } = understanding;
  // What was masked is shown as masked; otherwise the words as they were read, the wrong keyboard put right.
  const words = activity.masked > 0 ? normalise(activity.text) : understanding.text;
  const as = { language, ...on };
  if (isUnclear(decision, segments)) return utterance(redact(words), segments, as);
  const beside = segments.filter(({ band, text }) => band === "rejected" && toKey(text).length >= LEAST_BESIDE);
  // A number may lie across parts, where no part alone shows it.
  if (beside.length === 0 || redact(words) !== words) return [];
  return beside.flatMap((segment) => utterance(redact(segment.text), [segment], as));
}

function isUnclear({ outcome, effects }: Decision, segments: readonly Segment[]): boolean {
  switch (outcome) {
    case "clarifying":
      return true;
    case "offered-person":
      // A person is also offered to who is angry, which was understood well.
      return !segments.some(({ band }) => band === "sure");
    default:
      return effects.some((effect) => effect.kind === "hand-off" && effect.reason === "not-understood");
  }
}

function utterance(
  redacted: string,
  segments: readonly Segment[],
  { language, day, sha256 }: { readonly language: Language; readonly day: Day; readonly sha256: Sha256 },
): readonly UnclearUtterance[] {
  const signs = [...redacted];
  const text = signs.length > MAX_SIGNS ? `${signs.slice(0, MAX_SIGNS).join("")}…` : redacted;
  const key = toKey(text);
  if (key === "") return [];
  return [{ id: sha256(`${language}:${key}`), text, language, guesses: guessesOf(segments), day }];
}

function guessesOf(segments: readonly Segment[]): readonly RankedIntent[] {
  const best = new Map<string, RankedIntent>();
  for (const { intent, confidence, alternatives, band } of segments) {
    for (const guess of band === "rejected" ? alternatives : [{ intent, confidence }, ...alternatives]) {
      if (guess.confidence > (best.get(guess.intent)?.confidence ?? -1)) best.set(guess.intent, guess);
    }
  }
  const ranked = [...best.values()].sort((a, b) => b.confidence - a.confidence).slice(0, MAX_GUESSES);
  return ranked.map(({ intent, confidence }) => ({ intent, confidence: Math.round(confidence * 1000) / 1000 }));
}
