import type { Dialog } from "../../src/dialog/dialog.ts";
import { answerQuestion } from "./dialog.ts";

const ENDINGS = "com|net|org|info|biz|xyz|top|shop|site|online|link|club|vip|app|me|co|io|ly|cc|kr|cn|us|ru";
const LINK = new RegExp(`https?://|\\bwww\\.|(?<![@\\w.-])(?:[a-z0-9-]+\\.)+(?:${ENDINGS})(?![a-z0-9-])`, "i");

/** Whoever pastes a link or a text message with one, and asks nothing else that is understood, wonders whether it is genuine. */
export const pastedLink: Dialog = {
  name: "answer-question",
  take: (turn, segment) =>
    segment.band !== "sure" && LINK.test(turn.understanding.text)
      ? answerQuestion.take?.(turn, { ...segment, intent: "smishing_check", band: "sure" })
      : undefined,
};
