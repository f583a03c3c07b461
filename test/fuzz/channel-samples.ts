import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readRecorded } from "../../src/cli/recorded-request.ts";
import { doorOf } from "../../src/cli/sign-recorded.ts";
import { projectRoot } from "../../src/project-root.ts";
import { sign as signLine } from "../channels/line/events.ts";
import type { SampleRequest } from "./sample-request.ts";

type Recorded = "kakao" | "line" | "naver";

/** Settings that switch the recorded channels and the Bot Framework on. */
export const CHANNEL_SETTINGS: Readonly<Record<string, string>> = {
  ...doorOf("kakao")?.settings,
  ...doorOf("line")?.settings,
  ...doorOf("naver")?.settings,
  ...doorOf("bot-framework")?.settings,
  KAKAO_EVENT_NAME: "agent_answer",
  KAKAO_EVENT_REST_API_KEY: "key",
};

/** What differs from message to message, and from customer to customer. */
const NUMBERED: Readonly<Record<Recorded, readonly (readonly [RegExp, string])[]>> = {
  kakao: [[/a1b2c3d4e5f6\w+/g, "$&$$SOME"]],
  line: [
    [/"(webhookEventId|replyToken)":"/g, "$&$$NEW"],
    [/"userId":"/g, "$&$$SOME"],
    [/"message":\{"id":"/g, "$&$$NEW"],
  ],
  naver: [[/"user":"/g, "$&$$SOME"]],
};

/** The recorded requests of a channel, with the credentials of `CHANNEL_SETTINGS`. */
export function recordedSamples(channel: Recorded): readonly SampleRequest[] {
  const folder = join(projectRoot, "test/channels", channel, "payloads");
  return readdirSync(folder).map((file) => sampleOf(channel, join(folder, file)));
}

function sampleOf(channel: Recorded, file: string): SampleRequest {
  const recorded = readRecorded(readFileSync(file, "utf8"));
  if (typeof recorded === "string") throw new Error(`${file}: ${recorded}`);
  const { method, path, headers, body } = doorOf(channel)?.sign(recorded, CHANNEL_SETTINGS) ?? recorded;
  const numbered = NUMBERED[channel].reduce((text, [found, instead]) => text.replace(found, instead), body);
  return { name: channel, method, path, headers, body: numbered, ...OF_CHANNEL[channel] };
}

const lineSignature = (body: Buffer): Readonly<Record<string, string>> => ({
  "x-line-signature": signLine(body, CHANNEL_SETTINGS.LINE_CHANNEL_SECRET),
});

const OF_CHANNEL: Readonly<Record<Recorded, Pick<SampleRequest, "sign" | "patienceMs">>> = {
  kakao: { patienceMs: 5_000 },
  line: { sign: lineSignature },
  naver: {},
};

/** What the Bot Framework's channels wait for replies. */
const REPLIES_MS = 15_000;

/** Activities as a Bot Framework channel sends them; answers are called for at `serviceUrl`. */
export function botFrameworkSamples(serviceUrl: string): readonly SampleRequest[] {
  const activity = (more: object): string =>
    JSON.stringify({
      type: "message",
      id: "a-$NEW",
      timestamp: "2026-01-12T01:00:00.000Z",
      localTimestamp: "2026-01-12T10:00:00.000+09:00",
      serviceUrl,
      channelId: "msteams",
      from: { id: "29:customer-$SOME", name: "x" },
      conversation: { id: "a:$SOME", conversationType: "personal", tenantId: "t" },
      recipient: { id: "28:bot", name: "안심" },
      locale: "ko-KR",
      ...more,
    });
  const mention = { type: "mention", mentioned: { id: "28:bot" }, text: "<at>안심</at>" };
  const bodies = [
    activity({ text: "위약금 면제 되나요?", textFormat: "plain" }),
    activity({ text: "<at>안심</at> 유심 바꿔야 하나요?", entities: [mention] }),
    activity({ text: "상담원 연결해 주세요", channelData: { clientActivityID: "c-$NEW" } }),
    activity({ text: "해지할 수 있어요?", deliveryMode: "expectReplies" }),
    activity({ value: "네", attachments: [{ contentType: "image/png", contentUrl: "https://x.example/1.png" }] }),
    activity({ type: "conversationUpdate", membersAdded: [{ id: "28:bot" }, { id: "29:customer-$SOME" }] }),
    activity({ type: "event", name: "x", value: {} }),
    activity({ type: "invoke", name: "task/fetch", value: {} }),
  ];
  const headers = { "content-type": "application/json" };
  return bodies.map((body) => ({
    name: "bot framework",
    method: "POST",
    path: "/api/messages",
    headers,
    body,
    ...(body.includes("expectReplies") ? { patienceMs: REPLIES_MS } : {}),
  }));
}
