import type { LogEntry } from "../../ports/log-entry.ts";
import { cleanWords, cutWords, type PlainText, plainText, weigh } from "./safe-text.ts";
import { seoulTime } from "./seoul-time.ts";
import { eventWords } from "./staff-words.ts";

/** A block that holds nothing but words as they are. */
export interface WordsBlock {
  readonly type: "section";
  readonly text: PlainText;
}

/** Some entries as one post, and how far they reach. */
export interface RenderedEntries {
  readonly blocks: readonly WordsBlock[];
  readonly from: number;
  readonly to: number;
}

/** Slack takes 3,000 in a block, 50 blocks and about 13,200 in all; the rest is room for its own additions. */
const BLOCK_MAX = 2_900;
const POST_MAX = 11_000;
const BLOCKS_MAX = 45;
/** Of one entry. Longer ones are read whole on the desk page. */
const ENTRY_MAX = 8_000;
/** At least this much of a row of signs without a line break goes on one line. */
const CHUNK = 1_000;

/**
 * The first of `entries` as one post: as many as Slack takes at once, at least one. Undefined when none has anything for
 * staff.
 */
export function renderEntries(entries: readonly LogEntry[]): RenderedEntries | undefined {
  const blocks: WordsBlock[] = [];
  let weight = 0;
  let span: { readonly from: number; readonly to: number } | undefined;
  for (const entry of entries) {
    const words = wordsOf(entry);
    if (words === undefined) continue;
    const own = blocksOf(words);
    const ownWeight = own.reduce((sum, { text }) => sum + weigh(text.text), 0);
    if (span !== undefined && (weight + ownWeight > POST_MAX || blocks.length + own.length > BLOCKS_MAX)) break;
    blocks.push(...own);
    weight += ownWeight;
    span = { from: span?.from ?? entry.seq, to: entry.seq };
  }
  return span === undefined ? undefined : { blocks, ...span };
}

export interface EntryWords {
  readonly head: string;
  readonly body: string;
}

/** Who speaks, and the words as staff may see them. */
export function wordsOf({ at, body }: LogEntry): EntryWords | undefined {
  const time = seoulTime(at);
  switch (body.kind) {
    case "customer":
      return { head: `👤 고객 · ${time}`, body: cleanWords(body.text) };
    case "bot":
      return { head: `🤖 안심 · ${time}`, body: cleanWords(body.said.text) };
    case "agent":
      return { head: `🎧 ${cleanWords(body.agentName)} → 고객 · ${time}`, body: cleanWords(body.text) };
    case "note":
      return { head: `📝 ${cleanWords(body.agentName)} (메모) · ${time}`, body: cleanWords(body.text) };
    case "desk": {
      const words = eventWords(body.event, body.agentName, body.detail);
      return words === undefined ? undefined : { head: `• ${cleanWords(words)} · ${time}`, body: "" };
    }
    case "opened":
      return undefined;
  }
}

/** Every line of the words bears a bar, so that no words look like something that the desk says. */
function blocksOf({ head, body }: EntryWords): readonly WordsBlock[] {
  const { text, missing } = cutWords(body, ENTRY_MAX);
  const more =
    missing === 0 ? [] : [`(${missing.toLocaleString("ko-KR")}자가 더 있어요. 상담 화면에서 전체를 볼 수 있어요.)`];
  const lines =
    text === ""
      ? []
      : text
          .split("\n")
          .flatMap(chunks)
          .map((line) => `│ ${line}`);
  const blocks: string[] = [];
  let open = head;
  for (const line of [...lines, ...more]) {
    if (weigh(open) + weigh(line) + 1 > BLOCK_MAX) {
      blocks.push(open);
      open = line;
    } else {
      open = `${open}\n${line}`;
    }
  }
  return [...blocks, open].map((words) => ({ type: "section", text: plainText(words) }));
}

function chunks(line: string): readonly string[] {
  const parts: string[] = [];
  let rest = line;
  for (;;) {
    const { text, missing } = cutWords(rest, CHUNK);
    parts.push(text);
    if (missing === 0) return parts;
    rest = rest.slice(text.length);
  }
}
