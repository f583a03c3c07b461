import { describe, expect, it } from "vitest";
import { layOut } from "../../src/channels/kakao/lay-out.ts";
import { skillResponse } from "../../src/channels/kakao/skill-response.ts";
import { toActivities } from "../../src/channels/web-chat/render.ts";
import { conversationId } from "../../src/core/ids.ts";
import type { Said } from "../../src/core/message.ts";
import { plainText } from "../../src/wording/plain-text.ts";
import { everySaid } from "../contract/every-said.ts";
import { skillFaults } from "./kakao/skill-faults.ts";

/** One thing said, as a channel sends it. */
interface Rendered {
  /** What breaks a limit of the channel, as sentences. */
  readonly faults: readonly string[];
  /** All words that the customer can read, in order. */
  readonly words: string;
  /** The same as sent, with its links. */
  readonly sent: string;
  /** What can be pressed, or read to be typed. */
  readonly choices: string;
}

const kakao = (said: Said): Rendered => {
  const { texts, labels } = layOut([{ kind: "bot", said }]);
  const response = skillResponse(texts, labels);
  const replies = response.template.quickReplies ?? [];
  return {
    faults: skillFaults(response),
    words: texts.join("\n"),
    sent: texts.join("\n"),
    choices: replies.map(({ label, messageText }) => (label === messageText ? label : texts.join("\n"))).join("\n"),
  };
};

const webChat = (said: Said): Rendered => {
  const entry = {
    conversation: conversationId("c"),
    seq: 1,
    at: "2026-01-12T01:00:00.000Z",
    body: { kind: "bot", said },
  } as const;
  const activities = toActivities(entry, "dl_1");
  const actions = activities.flatMap(({ suggestedActions }) => suggestedActions?.actions ?? []);
  return {
    faults: [
      ...activities.filter(({ text }) => text.length > 12_000).map(() => "an activity is too long"),
      ...(actions.length > 10 ? ["more than ten buttons"] : []),
      ...(JSON.stringify(activities).length > 256 * 1024 ? ["more than 256 kB"] : []),
    ],
    words: plainText(activities.map(({ text }) => text).join("\n")),
    sent: activities.map(({ text }) => text).join("\n"),
    choices: actions.map(({ title }) => title).join("\n"),
  };
};

const CHANNELS: Readonly<Record<string, (said: Said) => Rendered>> = { "web-chat": webChat, kakao };

const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, "");
const everything = await everySaid();

describe.each(Object.entries(CHANNELS))("%s", (_, render) => {
  it(`keeps the limits for all ${everything.length} things that can be said, in full and with every source`, () => {
    const faults = everything.flatMap(({ name, said }) => {
      const { faults, words, sent, choices } = render(said);
      return [
        ...faults,
        ...(bare(words).includes(bare(plainText(said.text))) ? [] : ["words are missing"]),
        ...said.sources.filter(({ url }) => !sent.includes(url)).map(({ id }) => `${id}: no link`),
        ...said.buttons.filter((label) => !choices.includes(label)).map((label) => `${label} cannot be chosen`),
      ].map((fault) => `${name}: ${fault}`);
    });
    expect(faults).toEqual([]);
  });
});
