import { toActivities } from "../../../src/channels/bot-framework/render.ts";
import { conversationId } from "../../../src/core/ids.ts";
import { type Render, textFaults } from "../rendered.ts";

interface Limits {
  readonly text: number;
  readonly buttons: number;
  readonly label: number;
}

const PAGE: Limits = { text: 12_000, buttons: 20, label: 100 };
const UNKNOWN: Limits = { text: 2_000, buttons: 0, label: 0 };

/** By the documents of the channels behind the Azure Bot Service, written apart from the code under test. */
const FAR_CHANNELS: Readonly<Record<string, Limits>> = {
  webchat: PAGE,
  directline: PAGE,
  emulator: PAGE,
  msteams: { text: 12_000, buttons: 6, label: 60 },
  telegram: { text: 4_096, buttons: 20, label: 60 },
  facebook: { text: 2_000, buttons: 10, label: 20 },
  line: { text: 2_000, buttons: 10, label: 20 },
  email: { text: 12_000, buttons: 0, label: 0 },
  sms: { text: 1_600, buttons: 0, label: 0 },
  "brand-new": UNKNOWN,
  constructor: UNKNOWN,
};

/** Ids of channels behind the Azure Bot Service, with some that nobody knows. */
export const FAR_CHANNEL_IDS: readonly string[] = Object.keys(FAR_CHANNELS);

const MAX_BYTES = 256 * 1024;

/** How a channel behind the Azure Bot Service gets what the bot says. */
export const renderedOnFarChannel =
  (channelId: string): Render =>
  (said) => {
    const limits = FAR_CHANNELS[channelId] ?? UNKNOWN;
    const entry = { conversation: conversationId("c"), seq: 2, at: "2026-01-12T01:00:00.000Z" };
    const to = { serviceUrl: "https://a.botframework.com/", channelId, conversation: "a:1", bot: { id: "28:bot" } };
    const activities = toActivities({ ...entry, body: { kind: "bot", said } }, { ...to, customer: "29:customer" });
    const actions = activities.flatMap(({ suggestedActions }) => suggestedActions?.actions ?? []);
    const words = activities.map(({ text }) => text).join("\n");
    return {
      faults: [
        ...(activities.length === 0 ? ["nothing is sent"] : []),
        ...activities.flatMap(({ text, speak }) => [
          ...textFaults("a text", text, limits.text),
          ...(speak.trim() === "" || speak.startsWith("<") ? ["nothing to read aloud"] : []),
        ]),
        ...activities
          .filter((activity) => Buffer.byteLength(JSON.stringify(activity)) > MAX_BYTES)
          .map(() => "more than 256 kB"),
        ...(actions.length > limits.buttons ? ["too many buttons"] : []),
        ...actions.flatMap(({ title }) => textFaults("a label", title, limits.label)),
      ],
      words,
      sent: words,
      choices: actions.length > 0 ? actions.map(({ value }) => value).join("\n") : words,
    };
  };
