import type { CardLimits } from "../../core/desk-numbers.ts";
import type { CaseView, KnownLine } from "../../ports/desk-view.ts";
import { type LogEntry, visibleToCustomer } from "../../ports/log-entry.ts";
import { buttonsFor } from "./case-actions.ts";
import { wordsOf } from "./render-entries.ts";
import { suggestedWords } from "./reply-picks.ts";
import { cleanWords, cutWords, plainText, safeText, shortened } from "./safe-text.ts";
import { seoulTime } from "./seoul-time.ts";
import { CHANNELS, LANGUAGES, REASONS, STATUSES, statusWords, UNDELIVERED } from "./staff-words.ts";
import { stretchOfCase } from "./stretch-of-case.ts";

/** The first message of a case's thread. */
export interface Card {
  readonly blocks: readonly object[];
  /** For notifications: without a word of the customer. */
  readonly text: string;
  /** The newest entry that stands in the card; what comes later goes into the thread. */
  readonly shownSeq: number;
}

/** Together below what Slack takes in one message. */
const KNOWN_MAX = 1_500;
const VERDICT_MAX = 2_000;
const MISSING_MAX = 500;
const SUGGESTED_MAX = 1_200;

/** Everything that an agent needs before taking the case; the last turns are those before it was opened and stay as they are. */
export function renderCard(view: CaseView, channel: string, limits: CardLimits): Card {
  const { case: on, known, verdict, missing } = view;
  const { turns, shownSeq } = turnsBefore(view, limits);
  return {
    text: `${REASONS[on.reason]} · ${STATUSES[on.status]}`,
    shownSeq,
    blocks: [
      { type: "header", text: plainText(`${on.reason === "danger" ? "🚨" : "💬"} ${REASONS[on.reason]}`) },
      { type: "section", fields: fieldsOf(view, channel) },
      ...paragraph("알고 있는 것", linesOf(known), KNOWN_MAX),
      ...paragraph("지금까지의 판단", verdict ?? "", VERDICT_MAX),
      ...paragraph("아직 모르는 것", linesOf(missing), MISSING_MAX),
      ...paragraph("추천 답변 (보내기 전에 확인하고 고칠 수 있어요)", suggestedWords(view), SUGGESTED_MAX),
      ...paragraph("고객에게 전해지지 않은 말", undeliveredLines(view), MISSING_MAX),
      ...turns.map((turn) => ({ type: "section", text: plainText(turn) })),
      ...buttonsFor(on.status, on.id, view.escalates),
      { type: "context", elements: [plainText(`스레드에 쓰는 글은 메모예요. 고객에게는 보이지 않아요. · ${on.id}`)] },
    ],
  };
}

const fieldsOf = ({ case: on, verified }: CaseView, channel: string) =>
  [
    ["상태", statusWords(on)],
    ["기다리기 시작", seoulTime(on.openedAt)],
    ["언어", LANGUAGES[on.language] ?? on.language],
    ["채널", CHANNELS[channel] ?? channel],
    ["본인확인", verified === true ? "채널이 확인했어요" : "하지 않았어요"],
  ].map(([label = "", value = ""]) => safeText(`${label}\n${value}`, 200));

/** What only waits for its turn is on its way; staff need to know of the rest. */
const undeliveredLines = ({ undelivered }: CaseView): string =>
  undelivered
    .flatMap(({ state, since }) => (state === "waiting" ? [] : [`${seoulTime(since)} · ${UNDELIVERED[state]}`]))
    .join("\n");

const linesOf = (lines: readonly KnownLine[]): string =>
  lines.map(({ label, value }) => `${label}: ${value}`).join("\n");

const paragraph = (title: string, words: string, max: number): readonly object[] =>
  words === "" ? [] : [{ type: "section", text: plainText(shortened(`${title}\n${quoted(words)}`, max)) }];

const quoted = (words: string): string => cleanWords(words).replaceAll(/^/gm, "│ ");

/**
 * The turns up to the hand-off. One of the customer's that had to be cut is repeated in the thread, together with all that
 * follow; what the assistant said is whole behind the button.
 */
function turnsBefore(
  view: CaseView,
  { lastMessages, letters }: CardLimits,
): { readonly turns: readonly string[]; readonly shownSeq: number } {
  const before = stretchOfCase(view).before.filter(visibleToCustomer);
  const shown = before.slice(-lastMessages).map((entry) => ({ entry, ...turnOf(entry, letters) }));
  const cut = shown.findIndex(({ missing, entry }) => missing > 0 && entry.body.kind === "customer");
  const newest = (cut === -1 ? before.at(-1) : before[before.length - shown.length + cut - 1])?.seq ?? 0;
  return { turns: shown.map(({ turn }) => turn), shownSeq: newest };
}

function turnOf(entry: LogEntry, max: number): { readonly turn: string; readonly missing: number } {
  const { head = "", body = "" } = wordsOf(entry) ?? {};
  const { text, missing } = cutWords(body, max);
  return { turn: `${head}\n${quoted(missing === 0 ? text : `${text} …`)}`, missing };
}
