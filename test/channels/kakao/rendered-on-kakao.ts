import { layOut } from "../../../src/channels/kakao/lay-out.ts";
import { skillResponse } from "../../../src/channels/kakao/skill-response.ts";
import type { Render } from "../rendered.ts";
import { skillFaults } from "./skill-faults.ts";

export const renderedOnKakao: Render = (said) => {
  const { texts, labels } = layOut([{ kind: "bot", said }]);
  const response = skillResponse(texts, labels);
  const replies = response.template.quickReplies ?? [];
  const words = texts.join("\n");
  return {
    faults: skillFaults(response),
    words,
    sent: words,
    choices: replies.map(({ label, messageText }) => (label === messageText ? label : words)).join("\n"),
  };
};
