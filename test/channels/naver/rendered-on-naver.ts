import { type NaverContent, toContents } from "../../../src/channels/naver/render.ts";
import { type Render, textFaults } from "../rendered.ts";

/** By the tables of the Chat Bot API, written apart from the code under test. */
const LIMITS = { text: 10_000, description: 1_000, buttons: 10, quickTitle: 10, cardTitle: 18, code: 1_000 };

function partsOf(content: NaverContent) {
  if ("textContent" in content) {
    const { text, quickReply } = content.textContent;
    return { text, max: LIMITS.text, buttons: quickReply?.buttonList ?? [], title: LIMITS.quickTitle };
  }
  const [{ description, buttonList }] = content.compositeContent.compositeList;
  return { text: description, max: LIMITS.description, buttons: buttonList, title: LIMITS.cardTitle };
}

export const renderedOnNaver: Render = (said) => {
  const parts = toContents({ body: { kind: "bot", said } }).map(partsOf);
  const buttons = parts.flatMap((part) => part.buttons);
  const words = parts.map(({ text }) => text).join("\n");
  return {
    faults: [
      ...parts.flatMap(({ text, max }) => textFaults("a text", text, max)),
      ...(parts.length === 1 ? [] : ["not one content"]),
      ...(buttons.length > LIMITS.buttons ? ["too many buttons"] : []),
      ...parts.flatMap((part) => part.buttons.flatMap(({ data }) => textFaults("a title", data.title, part.title))),
      ...buttons.flatMap(({ data }) => textFaults("a code", data.code, LIMITS.code)),
    ],
    words,
    sent: words,
    choices: buttons.map(({ data }) => data.code.slice("say:".length)).join("\n"),
  };
};
