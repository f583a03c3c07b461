import { toActivities } from "../../../src/channels/web-chat/render.ts";
import { conversationId } from "../../../src/core/ids.ts";
import { type Render, textFaults } from "../rendered.ts";

export const renderedOnWebChat: Render = (said) => {
  const entry = {
    conversation: conversationId("c"),
    seq: 1,
    at: "2026-01-12T01:00:00.000Z",
    body: { kind: "bot", said },
  } as const;
  const activities = toActivities(entry, "dl_1");
  const actions = activities.flatMap(({ suggestedActions }) => suggestedActions?.actions ?? []);
  const sent = activities.map(({ text }) => text).join("\n");
  return {
    faults: [
      ...activities.flatMap(({ text }) => textFaults("an activity", text, 12_000)),
      ...(actions.length > 10 ? ["more than ten buttons"] : []),
      ...(JSON.stringify(activities).length > 256 * 1024 ? ["more than 256 kB"] : []),
    ],
    words: sent,
    sent,
    choices: actions.map(({ title }) => title).join("\n"),
  };
};
