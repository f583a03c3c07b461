import type { SurveyAnswer } from "../../src/core/survey.ts";

const YES =
  /^(?:네+|넵|넹|예|응|ㅇㅇ|맞아요?|그래요?|그럼요|믿을만(?:했|해)(?:어요|요|습니다)?|믿음이갔어요|좋았어요|yes|yep|yeah|sure|ofcourse|icould|1번?)$/;
const NO =
  /^(?:아니[요오]?|아뇨|노|ㄴㄴ|별로(?:요|였어요)?|못믿겠(?:어요|습니다)?|전혀(?:요)?|안믿겨요|no|nope|notreally|notatall|3번?)$/;
const MIDDLING =
  /^(?:보통(?:이에요|이요|요|이었어요)?|그저그(?:래요|랬어요)|그냥그래요|반반(?:이에요)?|partly|soso|somewhat|kindof|neutral|average|ok(?:ay)?|2번?)$/;

/** The answer that the whole message is; undefined for anything more than that. */
export function readAnswer(words: string): SurveyAnswer | undefined {
  const said = words
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[\s.,!~^…'’·-]+/gu, "");
  if (YES.test(said)) return "yes";
  if (NO.test(said)) return "no";
  return MIDDLING.test(said) ? "middling" : undefined;
}
