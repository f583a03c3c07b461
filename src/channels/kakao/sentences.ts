import type { Language, Localized } from "../../core/language.ts";

/** What the channel says by itself, when there is no answer of the assistant to show. */
export interface KakaoSentences {
  /** Nothing could be taken in: whom to call meanwhile. */
  readonly unavailable: Localized;
  /** The message is kept, its answer takes longer. */
  readonly stillWorking: Localized;
  /** An agent has the conversation; what they write comes with the next message. */
  readonly keptForAgent: Localized;
  /** Two messages came at once, and the other one's answer holds both. */
  readonly answeredAbove: Localized;
  readonly nothingWaits: Localized;
  readonly tooLong: Localized;
}

/** The button that fetches what waits; KakaoTalk says it in the customer's name. */
export const FETCH: Localized = { ko: "이어서 보기", en: "Show more" };

export const isFetch = (text: string): boolean => Object.values(FETCH).includes(text.trim());

export const DEFAULT_LANGUAGE: Language = "ko";
