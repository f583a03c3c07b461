import type { SkillResponse } from "../../../src/channels/kakao/skill-response.ts";

const segmenter = new Intl.Segmenter("ko", { granularity: "grapheme" });
const HALF = /\p{Surrogate}/u;

/** What is wrong with a SkillResponse 2.0 by KakaoTalk's own tables, as sentences; written apart from the code under test. */
export function skillFaults(response: SkillResponse): readonly string[] {
  const { outputs, quickReplies = [] } = response.template;
  const count = (text: string): number => Math.max(text.length, [...segmenter.segment(text)].length);
  return [
    ...(response.version === "2.0" ? [] : ["version"]),
    ...(outputs.length >= 1 && outputs.length <= 3 ? [] : [`${outputs.length} outputs`]),
    ...outputs.flatMap(({ simpleText: { text } }) => [
      ...(text.trim() === "" ? ["an empty text"] : []),
      ...(count(text) > 1_000 ? [`a text of ${count(text)}`] : []),
      ...(HALF.test(text) ? ["half a character"] : []),
    ]),
    ...(quickReplies.length > 10 ? [`${quickReplies.length} quick replies`] : []),
    ...quickReplies.flatMap(({ label, messageText, action }) => [
      ...(label.trim() === "" || count(label) > 14 ? [`a label of ${count(label)}`] : []),
      ...(HALF.test(label) ? ["half a character in a label"] : []),
      ...(action === "message" && messageText !== "" ? [] : ["a button without words"]),
    ]),
  ];
}
