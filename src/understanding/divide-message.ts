import type { Intent } from "../core/intent.ts";
import type { Segment } from "../core/understanding.ts";
import { asks } from "./clause-shape.ts";
import { namesConcept } from "./read-concepts.ts";
import { asQuestion, isAsked, type JoinedClause, matterOf } from "./split-joined.ts";

export type ClassifyText = (text: string) => Segment;

/** More than this many questions in one message are answered in another turn. */
export const MOST_SEGMENTS = 3;

/** Borders looked at; a message that is chopped finer says one thing. */
const MOST_PIECES = 10;

export const RANK = { sure: 2, unsure: 1, rejected: 0 } as const;

/** Cuts where both sides are understood by themselves, mean different things and ask. */
export function divideMessage(
  clauses: readonly JoinedClause[],
  text: string,
  classify: ClassifyText,
): readonly Segment[] {
  const part = (from: number, to: number, before?: Segment) =>
    classifyPart(text.slice(from, to).trim(), classify, before);
  const cuts: number[] = [];
  for (let at = 1; at < Math.min(clauses.length, MOST_PIECES) && cuts.length < MOST_SEGMENTS - 1; at++) {
    const here = clauses[at];
    if (here === undefined) continue;
    const from = cuts.at(-1) ?? 0;
    const left = part(from, here.at);
    const right = part(here.at, clauses[at + 1]?.at ?? text.length, left);
    const joined = here.joined || /[가-힣]고,?\s*$/.test(text.slice(0, here.at));
    const two = joined ? areJoined(left, right) : areTwo(left, right, isStrong(text, here.at));
    if (two) cuts.push(here.at);
  }
  const starts = [0, ...cuts];
  const segments: Segment[] = [];
  starts.forEach((from, at) => {
    segments.push(part(from, starts[at + 1] ?? text.length, segments.at(-1)));
  });
  const apart = segments.every((each, at) => each.band !== "rejected" && each.intent !== segments[at - 1]?.intent);
  return apart ? segments : [];
}

/** What a piece asks: as it stands, as a whole question, or with the matter that the piece before it names. */
function classifyPart(text: string, classify: ClassifyText, before: Segment | undefined): Segment {
  const question = asQuestion(text);
  const matter = before && matterOf(before.text);
  const plain = [question, ...(/지$/.test(question) ? [`${question} 알려주세요`] : [])].map(classify);
  const best = plain.reduce(clearer);
  if (best.band === "sure" || matter === undefined || !namesConcept(matter)) return { ...best, text };
  return { ...clearer(best, classify(`${matter} ${question}`)), text };
}

const clearer = (one: Segment, other: Segment): Segment =>
  RANK[other.band] > RANK[one.band] || (other.band === one.band && other.confidence > one.confidence) ? other : one;

/** Joined by a mere particle, each side must ask and name a matter of its own. */
function areJoined(left: Segment, right: Segment): boolean {
  if (left.intent === right.intent || /안\s?[가-힣]{1,3}고$/.test(left.text)) return false;
  return [left, right].every(
    ({ intent, band, confidence, text }) =>
      !CHATTER.has(intent) &&
      isAsked(text) &&
      namesConcept(text) &&
      (band === "sure" || (band === "unsure" && confidence >= LIKELY)),
  );
}

/** After the end of a sentence likely questions are enough; inside one both must be sure. */
function areTwo(left: Segment, right: Segment, strong: boolean): boolean {
  if (left.intent === right.intent) return false;
  if (!strong) return isQuestion(left) && isQuestion(right);
  return [left, right].every(isLikely);
}

const isStrong = (text: string, at: number): boolean =>
  /[.?!~…\n]\s*$/.test(text.slice(0, at)) || /^(?:그리고|근데|그런데|또|그럼|and|also)\s/i.test(text.slice(at));

const LIKELY = 0.35;

const isLikely = ({ intent, band, confidence, text }: Segment): boolean =>
  !CHATTER.has(intent) && asks(text) && (band === "sure" || (band === "unsure" && confidence >= LIKELY));

export const CHATTER: ReadonlySet<string> = new Set([
  "greeting",
  "thanks",
  "goodbye",
  "affirm",
  "deny",
  "dont_know",
  "complaint",
]);

/** Matters also without a question mark: "그리고 상담원도 연결해 주세요". */
const SPOKEN_UP_FOR: ReadonlySet<Intent> = new Set<Intent>(["distress", "contact_agent"]);

export const isQuestion = (segment: Segment): boolean =>
  segment.band === "sure" && !CHATTER.has(segment.intent) && (asks(segment.text) || SPOKEN_UP_FOR.has(segment.intent));
