import { toMessages } from "../../../src/channels/line/render.ts";
import { type Render, textFaults } from "../rendered.ts";

/** By the tables of LINE's Messaging API, written apart from the code under test. */
const LIMITS = { text: 5_000, messages: 5, buttons: 13, label: 20, buttonText: 300 };

export const renderedOnLine: Render = (said) => {
  const messages = toMessages({ body: { kind: "bot", said } });
  const items = messages.flatMap(({ quickReply }) => quickReply?.items ?? []);
  const actions = items.map(({ action }) => action as { label: string; text: string });
  const words = messages.map(({ text }) => text).join("\n");
  return {
    faults: [
      ...messages.flatMap(({ text }) => textFaults("a text", text, LIMITS.text)),
      ...(messages.length >= 1 && messages.length <= LIMITS.messages ? [] : [`${messages.length} messages`]),
      ...(items.length > LIMITS.buttons ? ["too many buttons"] : []),
      ...(messages.slice(0, -1).some(({ quickReply }) => quickReply !== undefined) ? ["buttons in the middle"] : []),
      ...actions.flatMap(({ label, text }) => [
        ...textFaults("a label", label, LIMITS.label),
        ...textFaults("a button's text", text, LIMITS.buttonText),
      ]),
    ],
    words,
    sent: words,
    choices: actions.map(({ text }) => text).join("\n"),
  };
};
