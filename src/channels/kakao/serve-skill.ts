import type { ConversationId } from "../../core/ids.ts";
import type { Language } from "../../core/language.ts";
import type { Accepted, Intake } from "../../ports/intake.ts";
import type { Log } from "../../ports/log.ts";
import { type LogBody, visibleToCustomer } from "../../ports/log-entry.ts";
import type { Outgoing } from "../../ports/outgoing.ts";
import type { Store, StoredConversation } from "../../ports/store.ts";
import type { Announcements } from "./announce-letter.ts";
import { type Answer, answerFrom, plainAnswer } from "./answer.ts";
import { callBack, isCallbackUrl } from "./call-back.ts";
import { kakaoConversation, messageKey, writeAddress } from "./kakao-address.ts";
import { KAKAO } from "./kakao-channel.ts";
import type { OpenTheMailbox } from "./mailbox.ts";
import type { SkillRequest } from "./parse-skill.ts";
import { DEFAULT_LANGUAGE, isFetch, type KakaoSentences } from "./sentences.ts";
import { callbackResponse, skillResponse } from "./skill-response.ts";
import { awaitTurn } from "./within.ts";

export interface ServeWith {
  readonly store: Pick<Store, "conversation" | "entries">;
  readonly intake: Intake;
  readonly openMailbox: OpenTheMailbox;
  readonly sentences: KakaoSentences;
  readonly outgoing: Outgoing;
  readonly callbackHosts: readonly string[];
  /** Absent without the Event API. */
  readonly announcements?: Announcements;
  readonly log: Log;
  /** How long the answer of a turn is waited for. */
  readonly turnMs: number;
}

/** How far a call has come, for the words of whoever has to answer in its place. */
export interface Progress {
  accepted: boolean;
  language: Language;
}

const MAX_CHARACTERS = 10_000;
/** KakaoTalk takes a late answer for a minute. */
const CALLBACK_MS = 50_000;

/** Takes one message in and answers with what there is to say, older words first. Throws when the store does. */
export async function serveSkill(use: ServeWith, request: SkillRequest, progress: Progress): Promise<Answer> {
  const conversation = kakaoConversation(request);
  const known = await use.store.conversation(conversation);
  progress.language = known?.state?.language ?? DEFAULT_LANGUAGE;
  if (request.text.length > MAX_CHARACTERS) {
    return plainAnswer(skillResponse([use.sentences.tooLong[progress.language]]));
  }
  use.announcements?.forget(conversation);
  if (isFetch(request.text)) {
    const isDone = await awaitTurn(use.store, conversation, known?.lastSeq ?? 0, known === undefined ? 0 : use.turnMs);
    return answer(use, conversation, { isDone: known === undefined || isDone });
  }
  const accepted = await take(use, request, conversation, known);
  progress.accepted = true;
  const isDone = await awaitTurn(use.store, conversation, accepted.seq, use.turnMs);
  const { callbackUrl } = request;
  if (!isDone && isCallbackUrl(callbackUrl, use.callbackHosts)) {
    answerLater(use, conversation, accepted, callbackUrl).catch(() => use.log.error("kakao.callback_failed"));
    return plainAnswer(callbackResponse(use.sentences.stillWorking[progress.language]));
  }
  return answer(use, conversation, { isDone, accepted });
}

/** The first message of a conversation opens it, so that the customer learns who answers and what not to write. */
async function take(
  { intake }: ServeWith,
  request: SkillRequest,
  conversation: ConversationId,
  known: StoredConversation | undefined,
): Promise<Accepted> {
  const from = { conversation, channel: KAKAO, address: writeAddress(request) };
  if (known === undefined) {
    const activity = { kind: "opened", language: DEFAULT_LANGUAGE } as const;
    await intake({ ...from, dedupeKey: `opened:${conversation}`, activity });
  }
  return intake({
    ...from,
    dedupeKey: messageKey(conversation, request, known?.handledSeq ?? 0),
    activity: { kind: "said", text: request.text, masked: 0 },
  });
}

interface Came {
  readonly isDone: boolean;
  /** Absent when nothing was said. */
  readonly accepted?: Accepted;
}

async function answer(use: ServeWith, conversation: ConversationId, { isDone, accepted }: Came): Promise<Answer> {
  const box = await use.openMailbox(conversation);
  try {
    const now = await use.store.conversation(conversation);
    const language = now?.state?.language ?? DEFAULT_LANGUAGE;
    const { sentences } = use;
    const isTaken = accepted !== undefined && isDone && box.letters.length === 0;
    const again = isTaken ? await shownElsewhere(use, conversation, Math.max(accepted.seq, box.shownSeq)) : [];
    const withAgent = now?.state !== undefined && now.state.owner.kind !== "bot";
    const answered = accepted === undefined ? sentences.nothingWaits : sentences.answeredAbove;
    const otherwise = withAgent ? sentences.keptForAgent : answered;
    return await answerFrom({
      box,
      language,
      otherwise: otherwise[language],
      again,
      ...(isDone ? {} : { moreComes: sentences.stillWorking[language] }),
    });
  } catch (error) {
    await box.settle(box.letters, { kind: "later", afterMs: 0 });
    box.shut();
    throw error;
  }
}

/** Words that another process handed out to the same call: that answer may have been lost, so this one shows them, too. */
async function shownElsewhere(
  { store }: ServeWith,
  conversation: ConversationId,
  afterSeq: number,
): Promise<readonly LogBody[]> {
  const entries = await store.entries(conversation, afterSeq);
  return entries.filter(visibleToCustomer).flatMap(({ body }) => (body.kind === "customer" ? [] : [body]));
}

/** What the callback cannot bring waits for the customer's next message. */
async function answerLater(
  use: ServeWith,
  conversation: ConversationId,
  accepted: Accepted,
  url: string,
): Promise<void> {
  const isDone = await awaitTurn(use.store, conversation, accepted.seq, CALLBACK_MS);
  const made = await answer(use, conversation, { isDone, accepted });
  if (!("template" in made.response)) return made.unused();
  const result = await callBack(use.outgoing, url, made.response);
  use.log.info("kakao.callback", { result: result.kind });
  if (result.kind === "later") made.unused();
  else made.shown(result.kind === "sent");
}
