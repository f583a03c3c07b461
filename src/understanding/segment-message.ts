import type { Segment } from "../core/understanding.ts";
import { asks } from "./clause-shape.ts";
import { CHATTER, type ClassifyText, divideMessage, isQuestion, MOST_SEGMENTS, RANK } from "./divide-message.ts";
import { isInDanger } from "./is-in-danger.ts";
import { namesConcept } from "./read-concepts.ts";
import { type Clause, splitAll, splitClauses } from "./split-clauses.ts";
import { splitJoined } from "./split-joined.ts";

/** From this length on a message is rambling, and only its clearest parts count. */
const RAMBLING = 240;
const WINDOW = 150;
const MOST_WINDOWS = 6;
/** More pieces than these are no sentences. */
const FIRST = 600;
const LAST = 200;
const PIECE = new RegExp(`[^]{1,${WINDOW}}`, "g");

const GREETING =
  /^(?:안녕하세요|안녕하십니까|안녕하세여|안녕|수고하십니다|수고\s?많으십니다|수고하세요|저기요|여보세요|hello|hi there|hi|hey|good (?:morning|afternoon|evening))[\s,.!~?^ㅎㅋ]+(?=\S)/i;

/** "상담원 연결 말고 여기서 알려주세요 …": who is not wanted is no request for one. */
const NOBODY =
  /^(?:(?:상담[원사]|직원|사람)(?:이랑|하고|과)?\s?(?:연결|통화|바꿔주는\s?거)?(?:은|는|이|도)?\s?(?:말고|필요\s?없(?:고|이|어요|으니까?|습니다)|안\s?(?:해도|바꿔도)\s?(?:되고|되니까?|돼요)|싫고|싫으니까?)|(?:no|without an?|i don'?t (?:want|need) an?) (?:agent|human|person)(?:,? please)?)[\s,.!~]*(?:(?:그냥|여기서|챗봇이|바로|직접|지금)\s?){0,3}(?:(?:알려|말해|대답해|답해|설명해)\s?(?:주세요|줘요|줘|주실래요|달라)?|but|just tell me:?|tell me:?)?[\s,.!~]+(?=\S)/i;

/** The questions and statements of a message, in the order said. A message that is one matter stays whole. */
export function segmentMessage(text: string, classify: ClassifyText): readonly Segment[] {
  const whole = text.length > RAMBLING ? undefined : classify(text);
  if (whole !== undefined && whole.confidence === 1 && whole.band === "sure") return [whole];
  const body = text.replace(GREETING, "").replace(NOBODY, "");
  if (whole === undefined) return ramble(splitAll(body), classify);
  const clauses = splitClauses(body);
  const polite = body.length < text.length ? better(classify(body), whole) : whole;
  const pieces = clauses.flatMap(splitJoined);
  const parts = pieces.length > 1 ? divideMessage(pieces, body, classify) : [];
  return parts.length > 1 ? parts : [focused(polite, clauses, classify)];
}

/** Where the whole is unclear, what is asked in it may be clear without the story around it. */
function focused(whole: Segment, clauses: readonly Clause[], classify: ClassifyText): Segment {
  const asking = clauses.filter(({ text }) => asks(text));
  if (whole.band === "sure" || asking.length === 0 || asking.length === clauses.length) return whole;
  const question = classify(asking.map(({ text }) => text).join(" "));
  return RANK[question.band] > RANK[whole.band] ? question : whole;
}

const better = (body: Segment, whole: Segment): Segment => (RANK[body.band] >= RANK[whole.band] ? body : whole);

/** The clearest windows of a long text; the best one even when nothing is clear. */
function ramble(clauses: readonly Clause[], classify: ClassifyText): readonly Segment[] {
  const all = clauses.flatMap(({ text }) => text.match(PIECE) ?? []);
  const pieces = all.length > FIRST + LAST ? [...all.slice(0, FIRST), ...all.slice(-LAST)] : all;
  const seen = promising(pieces)
    .flatMap(({ text, withBefore }) => {
      const alone = classify(text);
      return alone.band === "sure" || withBefore === undefined ? [alone] : [alone, classify(withBefore)];
    })
    .map((segment, at) => ({ at, segment }));
  const weighed = seen
    .map((entry) => ({ ...entry, weight: weigh(entry.segment) }))
    .sort((a, b) => b.weight - a.weight || a.at - b.at);
  const clear = weighed.filter(
    ({ segment }, at) =>
      isQuestion(segment) && weighed.findIndex((other) => other.segment.intent === segment.intent) === at,
  );
  const kept = (clear.length > 0 ? clear.slice(0, MOST_SEGMENTS) : weighed.slice(0, 1)).sort((a, b) => a.at - b.at);
  return kept.map(({ segment }) => segment);
}

interface Window {
  readonly text: string;
  /** Together with the piece before it, for one that is unclear alone. */
  readonly withBefore?: string;
}

/** The pieces that ask or name a matter of ours. */
function promising(pieces: readonly string[]): readonly Window[] {
  const rated = pieces.map((text, at) => ({
    at,
    rating: (asks(text) ? 2 : 0) + (namesConcept(text) ? 3 : 0) + (isInDanger(text) ? 9 : 0),
  }));
  const telling = rated.filter(({ rating }) => rating > 0);
  const best = (telling.length > 0 ? telling : rated)
    .sort((a, b) => b.rating - a.rating || a.at - b.at)
    .slice(0, MOST_WINDOWS);
  return best
    .sort((a, b) => a.at - b.at)
    .map(({ at }) => {
      const [before = "", text = ""] = [pieces[at - 1], pieces[at]];
      return before === "" || before.length + text.length > WINDOW
        ? { text }
        : { text, withBefore: `${before} ${text}` };
    });
}

function weigh({ band, intent, confidence, text }: Segment): number {
  if (intent === "distress" && band === "sure") return 3;
  const chatter = CHATTER.has(intent) ? 0.3 : 1;
  return (band === "rejected" ? 0.01 : RANK[band]) * confidence * chatter * (asks(text) ? 1.3 : 1);
}
