import type { CardLimits } from "../../core/desk-numbers.ts";
import type { SendResult } from "../../ports/delivery.ts";
import type { DeskPlace } from "../../ports/desk-place.ts";
import type { LogEntry } from "../../ports/log-entry.ts";
import { type Attempt, type Post, type Step, stop } from "./attempt.ts";
import { buttonsFor, takeBackButton } from "./case-actions.ts";
import { failed, SOON_MS, withoutThread } from "./fail-attempt.ts";
import { postMarked, settleDoubt } from "./post-marked.ts";
import { type Card, renderCard } from "./render-card.ts";
import { renderEntries } from "./render-entries.ts";
import { replyFates } from "./reply-fates.ts";
import { escapeMarkup } from "./safe-text.ts";
import { stretchOfCase } from "./stretch-of-case.ts";
import { isPlaceIn, threadOf } from "./thread.ts";

/** What else is to be said in the thread, once. */
export interface Notice {
  readonly mark: string;
  /** In Slack's own markup. */
  readonly text: string;
}

/** Said in place of what Slack takes in no form, so that nobody waits for words that never come. */
const WORDS_REFUSED = "여기에 올 말을 Slack이 받지 않아요. 카드의 *전체 대화 보기*나 상담 화면에서 봐 주세요.";
const CARD_REFUSED = "새 상담이 있어요. Slack이 카드를 받지 않아요. 앱의 홈 탭이나 상담 화면에서 맡아 주세요.";

export interface ProjectWith extends Attempt {
  readonly place: DeskPlace | undefined;
  /** Of the customer. */
  readonly customerChannel: string;
  readonly limits: CardLimits;
  /** A hash of a text. */
  readonly sha256: (text: string) => string;
  readonly notice?: Notice;
}

/**
 * Brings Slack up to date with the store: the card first, then what was said since in one post, then the card's new state.
 * At most one post an attempt; whatever it finds on the way in Slack or in the store, doing it again does nothing twice.
 */
export async function projectCase(on: ProjectWith): Promise<SendResult> {
  const card = renderCard(on.view, on.customerChannel, on.limits);
  const settled = on.place === undefined ? begin(on) : (movedOf(on, on.place) ?? (await settleDoubt(on, on.place)));
  if (settled.kind === "stop") return settled.result;
  const { place } = settled;
  // Only the newest mark is kept, so this must not wait for words that came since; those have news of their own.
  if (on.notice !== undefined && isSaid(place, on.notice)) return { kind: "sent" };
  const post = nextPost(on, place, card);
  const posted: Step = post === undefined ? settled : await postMarked(on, place, post);
  if (posted.kind === "stop") return posted.result;
  const updated = await updateCard(on, posted.place, card);
  if (updated.kind === "stop") return updated.result;
  return nextPost(on, updated.place, card) === undefined ? { kind: "sent" } : { kind: "later", afterMs: on.nextPostMs };
}

const begin = ({ view, now }: ProjectWith): Step => ({
  kind: "on",
  place: { case: view.case.id, shownSeq: 0, bornSeq: 0, mark: "", begunAt: now(), arrived: true, card: "", version: 0 },
});

/** An open case whose card stands in another channel than is set now gets a new one here, with everything from the store. */
function movedOf({ view, team, channel }: ProjectWith, place: DeskPlace): Step | undefined {
  if (place.place === undefined || view.case.status === "closed" || isPlaceIn(place.place, { team, channel })) {
    return undefined;
  }
  return { kind: "on", place: withoutThread(place) };
}

/** Undefined when everything is there. */
function nextPost(on: ProjectWith, place: DeskPlace, card: Card): Post | undefined {
  if (place.place === undefined) return cardPost(on, place, card);
  const { before, during } = stretchOfCase(on.view);
  const told = { fates: replyFates(on.view.entries), shownSeq: place.shownSeq };
  const fresh = renderEntries(
    [...before, ...during].filter((entry) => isMissing(entry, place)),
    told,
  );
  if (fresh !== undefined) {
    const { from, to, blocks, waiting } = fresh;
    const buttons = waiting.map((reply) => takeBackButton(on.view.case.id, reply));
    const simpler = { text: unlinked(blocks.map(({ text }) => text.text).join("\n")) };
    return {
      mark: `entries:${from}-${to}`,
      from,
      to,
      text: "새 메시지가 있어요",
      blocks: [...blocks, ...buttons],
      simpler,
      instead: WORDS_REFUSED,
    };
  }
  if (on.notice === undefined || isSaid(place, on.notice)) return undefined;
  const { mark, text } = on.notice;
  return { mark, from: 0, to: 0, text, blocks: [section(text)], simpler: { text }, instead: WORDS_REFUSED };
}

/** What staff wrote in the thread stands there already, unless the thread is a new one. */
function isMissing({ seq, body }: LogEntry, { shownSeq, bornSeq }: DeskPlace): boolean {
  const isOfSlack = body.kind === "note" && body.reply === undefined && body.agent?.startsWith("slack:") === true;
  return seq > shownSeq && !(isOfSlack && seq > bornSeq);
}

const isSaid = (place: DeskPlace, { mark }: Notice): boolean => place.mark === mark && place.arrived;

function cardPost({ view, sha256 }: ProjectWith, place: DeskPlace, card: Card): Post {
  // Of its own name, so that a card of before is not taken for the new one.
  const mark = `card:${place.version + 1}`;
  const simpler = {
    text: card.text,
    blocks: [section(card.text), ...buttonsFor(view.case.status, view.case.id, view.escalates)],
  };
  const makes = { card: saysOf(card, sha256), bornSeq: view.entries.at(-1)?.seq ?? 0 };
  return {
    mark,
    from: 0,
    to: card.shownSeq,
    text: card.text,
    blocks: card.blocks,
    makes,
    simpler,
    instead: CARD_REFUSED,
  };
}

const saysOf = ({ blocks }: Card, sha256: ProjectWith["sha256"]): string => sha256(JSON.stringify(blocks));

const section = (text: string) => ({ type: "section", text: { type: "mrkdwn", text, verbatim: true } });

/** As markup in which nothing is a link, not even a bare address. */
const unlinked = (text: string): string =>
  escapeMarkup(text)
    .replace(/\.(?=\S)/g, ".\u2060")
    .replaceAll("`", "'");

/** Saying the same again changes nothing, so this needs no mark. */
async function updateCard(on: ProjectWith, place: DeskPlace, card: Card): Promise<Step> {
  const says = saysOf(card, on.sha256);
  if (place.place === undefined || place.card === says) return { kind: "on", place };
  const { channel, ts } = threadOf(place.place);
  const called = await on.call("chat.update", { channel, ts, text: card.text, blocks: card.blocks });
  if (called.kind === "message" || (called.kind === "gone" && called.word !== "message_not_found")) {
    on.log.error("desk.slack_card_stays", { case: on.view.case.id, word: called.word });
  } else if (called.kind !== "ok") {
    return failed(on, place, called);
  }
  const next = { ...place, card: says, version: place.version + 1 };
  return (await on.store.keepPlace(next)) ? { kind: "on", place: next } : stop({ kind: "later", afterMs: SOON_MS });
}
