import { shorten } from "../../wording/graphemes.ts";

/** Limits of SkillResponse 2.0, counted in UTF-16 units: no way of counting is stricter. */
export const MAX_OUTPUTS = 3;
export const MAX_TEXT = 1_000;
/** Longer texts are shown in part, behind "전체 보기". */
export const UNFOLDED_TEXT = 500;
export const MAX_QUICK_REPLIES = 10;
export const MAX_LABEL = 14;

export interface SimpleText {
  readonly simpleText: { readonly text: string };
}

/** Says `messageText` in the customer's name when pressed. */
export interface QuickReply {
  readonly label: string;
  readonly action: "message";
  readonly messageText: string;
}

/** Without `version`, KakaoTalk takes an answer for the old form. */
export interface SkillResponse {
  readonly version: "2.0";
  readonly template: { readonly outputs: readonly SimpleText[]; readonly quickReplies?: readonly QuickReply[] };
}

/** Announces that the answer comes later, by the callback; must have no template. */
export interface CallbackResponse {
  readonly version: "2.0";
  readonly useCallback: true;
  readonly data: { readonly text: string };
}

/** An answer of these texts and buttons, within every limit; what is beyond them is not sent. */
export function skillResponse(texts: readonly string[], labels: readonly string[] = []): SkillResponse {
  const outputs = texts
    .filter((text) => text.trim() !== "")
    .slice(0, MAX_OUTPUTS)
    .map((text): SimpleText => ({ simpleText: { text: shorten(text, MAX_TEXT) } }));
  const quickReplies = labels
    .slice(0, MAX_QUICK_REPLIES)
    .map((label): QuickReply => ({ label: shorten(label, MAX_LABEL), action: "message", messageText: label }));
  // At least one output is asked for.
  const shown = outputs.length === 0 ? [{ simpleText: { text: "…" } }] : outputs;
  return { version: "2.0", template: { outputs: shown, ...(quickReplies.length === 0 ? {} : { quickReplies }) } };
}

export const callbackResponse = (text: string): CallbackResponse => ({
  version: "2.0",
  useCallback: true,
  data: { text: shorten(text, MAX_TEXT) },
});
