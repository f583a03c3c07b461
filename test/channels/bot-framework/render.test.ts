import { Activity } from "@microsoft/agents-activity";
import { describe, expect, it } from "vitest";
import { toActivities } from "../../../src/channels/bot-framework/render.ts";
import { conversationId } from "../../../src/core/ids.ts";
import type { Said } from "../../../src/core/message.ts";
import type { LogBody } from "../../../src/ports/log-entry.ts";
import { FAR_CHANNEL_IDS } from "./rendered-on-far-channel.ts";

const entry = (body: LogBody) => ({ conversation: conversationId("c"), seq: 2, at: "2026-01-12T01:00:00.000Z", body });
const to = (channelId: string) => ({
  serviceUrl: "https://smba.trafficmanager.net/kr/",
  channelId,
  conversation: "a:1",
  bot: { id: "28:bot", name: "안심" },
  customer: "29:customer",
  activity: "a-1",
});
const said = (more: Partial<Said> = {}): Said => ({
  key: "k",
  text: "회선은 무엇인가요?",
  sources: [],
  buttons: [],
  ...more,
});
const bot = (more: Partial<Said>, channelId: string) =>
  toActivities(entry({ kind: "bot", said: said(more) }), to(channelId));

describe("choices", () => {
  const buttons = ["알뜰폰", "후불", "선불"];

  it("are suggested where the channel shows them", () => {
    const [activity] = bot({ buttons }, "msteams");
    expect(activity?.suggestedActions).toEqual({
      to: ["29:customer"],
      actions: buttons.map((label) => ({ type: "imBack", title: label, value: label })),
    });
    expect(activity?.text).toBe("회선은 무엇인가요?");
    expect(activity?.inputHint).toBe("expectingInput");
  });

  it("stand in the text where it drops them, where there are too many, or where one is too long", () => {
    for (const [channelId, labels] of [
      ["sms", buttons],
      ["brand-new", buttons],
      ["msteams", Array.from({ length: 7 }, (_, n) => `선택 ${n}`)],
      ["line", ["가".repeat(21)]],
    ] as const) {
      const [activity] = bot({ buttons: labels }, channelId);
      expect(activity?.suggestedActions).toBeUndefined();
      for (const label of labels) expect(activity?.text).toContain(`- ${label}`);
    }
  });
});

describe("words", () => {
  it("of staff alone never leave", () => {
    expect(toActivities(entry({ kind: "note", agentName: "김상담", text: "메모" }), to("msteams"))).toEqual([]);
    expect(toActivities(entry({ kind: "desk", event: "claim" }), to("msteams"))).toEqual([]);
    expect(toActivities(entry({ kind: "customer", text: "네", masked: 0 }), to("msteams"))).toEqual([]);
  });

  it("A3033: what is read aloud is never taken for SSML", () => {
    const [activity] = toActivities(
      entry({ kind: "agent", agentName: "김", text: '<!DOCTYPE x><speak version="1"/>' }),
      to("msteams"),
    );
    expect(activity?.speak.startsWith("<")).toBe(false);
  });

  it("that are too long come in several activities, the choices under the last", () => {
    const activities = bot({ text: "가나다 라마바. ".repeat(400), buttons: ["네"] }, "facebook");
    expect(activities.length).toBeGreaterThan(1);
    expect(activities.map((activity) => activity.suggestedActions !== undefined)).toEqual(
      activities.map((_, index) => index === activities.length - 1),
    );
  });
});

describe("the protocol's own SDK", () => {
  it("reads what we send", () => {
    for (const channelId of FAR_CHANNEL_IDS) {
      const [activity] = bot({ buttons: ["네"] }, channelId);
      expect(Activity.fromObject(JSON.parse(JSON.stringify(activity)))).toMatchObject({ type: "message", channelId });
    }
  });
});
