import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type Logger, LogLevel, WebClient } from "@slack/web-api";
import { afterEach, describe, expect, it } from "vitest";
import { createFaultPlan, noFaults } from "../fault-plan.ts";
import { sign } from "./app-sender.ts";
import { type FakeSlack, type FakeSlackOptions, startFakeSlack } from "./start-fake-slack.ts";

const TRIAGE = "C0TRIAGE";
const nothing = (): void => undefined;
const SILENT: Logger = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  getLevel: () => LogLevel.ERROR,
  setName: nothing,
};
const open: { stop(): unknown }[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.stop()));
});

const start = async (options: FakeSlackOptions = {}): Promise<{ slack: FakeSlack; client: WebClient }> => {
  const slack = await startFakeSlack({ paced: false, ...options });
  open.push(slack);
  return { slack, client: clientOf(slack, slack.botToken) };
};

const clientOf = (slack: FakeSlack, token: string): WebClient =>
  new WebClient(token, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 500,
    logger: SILENT,
  });

const errorOf = async (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => "none",
    (error: { data?: { error?: string }; code?: string }) => error.data?.error ?? error.code ?? "unknown",
  );

/** An app that answers what `reply` says and remembers what it was told. */
async function startApp(reply: (told: Told, index: number) => { status: number; body?: string; noRetry?: true }) {
  const told: Told[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (part) => {
      body += part;
    });
    request.on("end", () => {
      const one = { headers: request.headers as Record<string, string>, body };
      const { status, body: words = "", noRetry } = reply(one, told.push(one) - 1);
      response.writeHead(status, noRetry ? { "x-slack-no-retry": "1" } : {}).end(words);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  open.push({ stop: () => server.close() });
  return { told, appUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events` };
}

interface Told {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

describe("the Web API of the fake Slack", () => {
  it("keeps messages and threads with their metadata, and shows them to who asks", async () => {
    const { slack, client } = await start();
    const metadata = { event_type: "ansim", event_payload: { delivery: 7 } };
    const root = await client.chat.postMessage({ channel: TRIAGE, text: "card", metadata });
    const thread_ts = root.ts as string;
    await client.chat.postMessage({ channel: TRIAGE, thread_ts, text: "one" });
    await client.chat.update({ channel: TRIAGE, ts: thread_ts, text: "card 2" });
    const replies = await client.conversations.replies({ channel: TRIAGE, ts: thread_ts, include_all_metadata: true });
    expect(replies.messages?.map(({ text }) => text)).toEqual(["card 2", "one"]);
    expect(replies.messages?.[0]?.metadata).toEqual(metadata);
    const history = await client.conversations.history({ channel: TRIAGE });
    expect(history.messages?.map(({ text, metadata }) => [text, metadata])).toEqual([["card 2", undefined]]);
    expect(slack.messagesIn(TRIAGE, thread_ts)).toHaveLength(2);
    expect(slack.calls.map(({ method }) => method)).toContain("conversations.replies");
  });

  it("refuses as Slack does", async () => {
    const { slack, client } = await start();
    const post = (more: object) => errorOf(client.chat.postMessage({ channel: TRIAGE, text: "x", ...more } as never));
    const section = (text: string) => ({ type: "section", text: { type: "mrkdwn", text } });
    expect(await post({ channel: "C0NOWHERE" })).toBe("channel_not_found");
    expect(await post({ channel: "C0RANDOM" })).toBe("not_in_channel");
    expect(await post({ text: "" })).toBe("no_text");
    expect(await post({ text: "x".repeat(40_001) })).toBe("msg_too_long");
    expect(await post({ thread_ts: "1700000000.000001" })).toBe("thread_not_found");
    expect(await post({ thread_ts: "0" })).toBe("invalid_thread_ts");
    expect(await post({ blocks: [section("x".repeat(3_001))] })).toBe("invalid_blocks");
    expect(await post({ blocks: [section("")] })).toBe("invalid_blocks");
    expect(await post({ blocks: Array.from({ length: 51 }, () => section("x")) })).toBe("invalid_blocks");
    expect(await post({ blocks: Array.from({ length: 5 }, () => section("x".repeat(2_900))) })).toBe(
      "msg_blocks_too_long",
    );
    expect(await post({ metadata: { event_type: "x" } })).toBe("invalid_metadata_format");
    const root = await client.chat.postMessage({ channel: TRIAGE, text: "root" });
    const long = { channel: TRIAGE, ts: root.ts as string, text: "x".repeat(4_001) };
    expect(await errorOf(client.chat.update(long))).toBe("msg_too_long");
    expect(await errorOf(clientOf(slack, "xoxb-other").auth.test())).toBe("invalid_auth");
    slack.archive(TRIAGE);
    expect(await post({})).toBe("is_archived");
    slack.revoke();
    expect(await post({})).toBe("token_revoked");
    expect(slack.messagesIn(TRIAGE)).toHaveLength(1);
  });

  it("lets three posts through at once and one a second after that", async () => {
    let ms = 1_800_000_000_000;
    const { client } = await start({ paced: true, nowMs: () => ms });
    const post = () => errorOf(client.chat.postMessage({ channel: TRIAGE, text: "x" }));
    expect([await post(), await post(), await post()]).toEqual(["none", "none", "none"]);
    expect(await post()).toBe("slack_webapi_rate_limited_error");
    ms += 1_000;
    expect([await post(), await post()]).toEqual(["none", "slack_webapi_rate_limited_error"]);
  });

  it("fails before and after it did what was asked, and its log says which", async () => {
    const faults = noFaults();
    const { slack, client } = await start({ faults });
    const posts = async (text: string) => errorOf(client.chat.postMessage({ channel: TRIAGE, text }));
    faults.first(
      { kind: "error", status: 500, done: false },
      { kind: "error", status: 503, done: true },
      { kind: "reset", done: false },
      { kind: "reset", done: true },
      { kind: "hang", done: false },
      { kind: "hang", done: true },
      { kind: "too-many", retryAfterS: 30 },
      { kind: "too-many" },
    );
    for (const text of ["a", "b", "c", "d", "e", "f", "g", "h", "i"]) {
      expect((await posts(text)) === "none", text).toBe(text === "i");
    }
    expect(slack.messagesIn(TRIAGE).map(({ text }) => text)).toEqual(["b", "d", "f", "i"]);
    expect(slack.calls.filter(({ ambiguous }) => ambiguous)).toHaveLength(6);
    expect(slack.calls).toHaveLength(9);
  });
});

describe("what the fake Slack tells the app", () => {
  it("is signed, and told again until it is taken", async () => {
    const { told, appUrl } = await startApp((_told, index) => ({ status: index < 2 ? 500 : 200 }));
    const { slack } = await start({ appUrl, retryAfterMs: [0, 5, 5] });
    await slack.staff.writes("U0MINJI", TRIAGE, "안녕");
    expect(told).toHaveLength(3);
    const [first, second] = told;
    const seconds = Number(first?.headers["x-slack-request-timestamp"]);
    expect(first?.headers["x-slack-signature"]).toBe(sign(slack.signingSecret, seconds, first?.body ?? ""));
    expect(second?.headers).toMatchObject({ "x-slack-retry-num": "1", "x-slack-retry-reason": "http_error" });
    expect(JSON.parse(first?.body ?? "")).toMatchObject({
      type: "event_callback",
      team_id: "T0FAKE",
      event: { type: "message", channel: TRIAGE, user: "U0MINJI", text: "안녕" },
    });
    expect(slack.attempts.map(({ status }) => status)).toEqual([500, 500, 200]);
  });

  it("is not told again when the app says so, nor when a person did it", async () => {
    const { told, appUrl } = await startApp(() => ({ status: 500, noRetry: true }));
    const { slack } = await start({ appUrl, retryAfterMs: [0] });
    await slack.staff.writes("U0MINJI", TRIAGE, "안녕");
    await slack.staff.commands("U0MINJI", TRIAGE, "/ansim", "help");
    expect(told).toHaveLength(2);
    expect(new URLSearchParams(told[1]?.body).get("command")).toBe("/ansim");
  });

  it("comes twice, under another id, or after what was said later, when that is planned", async () => {
    const { told, appUrl } = await startApp(() => ({ status: 200 }));
    const eventTrouble = { seed: 1, repeated: 1, renamed: 1, swapped: 0 };
    const { slack } = await start({ appUrl, eventTrouble });
    await slack.staff.writes("U0MINJI", TRIAGE, "하나");
    const ids = told.map(({ body }) => JSON.parse(body).event_id);
    expect([ids.length, new Set(ids).size]).toEqual([3, 2]);
    const swapping = await startApp(() => ({ status: 200 }));
    const other = await start({
      appUrl: swapping.appUrl,
      eventTrouble: { seed: 3, repeated: 0, renamed: 0, swapped: 0.5 },
    });
    await Promise.all(["a", "b", "c", "d", "e", "f"].map((text) => other.slack.staff.writes("U0MINJI", TRIAGE, text)));
    const texts = swapping.told.map(({ body }) => JSON.parse(body).event.text);
    expect([...texts].sort()).toEqual(["a", "b", "c", "d", "e", "f"]);
    expect(texts).not.toEqual(["a", "b", "c", "d", "e", "f"]);
  });

  it("carries presses, modals and their answers", async () => {
    const button = { type: "button", action_id: "claim", value: "case-1", text: { type: "plain_text", text: "맡기" } };
    const view = {
      type: "modal",
      title: { type: "plain_text", text: "보내기" },
      submit: { type: "plain_text", text: "보내기" },
      blocks: [
        {
          type: "input",
          block_id: "words",
          label: { type: "plain_text", text: "내용" },
          element: { type: "plain_text_input", action_id: "text" },
        },
      ],
    };
    const { told, appUrl } = await startApp((_told, index) =>
      index === 1
        ? { status: 200, body: JSON.stringify({ response_action: "errors", errors: { words: "짧아요" } }) }
        : { status: 200 },
    );
    const { slack, client } = await start({ appUrl });
    const payload = (index: number) => JSON.parse(new URLSearchParams(told[index]?.body).get("payload") ?? "{}");
    await client.chat.postMessage({
      channel: TRIAGE,
      text: "card",
      blocks: [{ type: "actions", elements: [button] }],
    } as never);
    const [card] = slack.messagesIn(TRIAGE);
    if (card === undefined) throw new Error("no card");
    expect(await slack.staff.presses("U0MINJI", card, "claim")).toBe(200);
    expect(payload(0)).toMatchObject({
      type: "block_actions",
      user: { id: "U0MINJI" },
      container: { message_ts: card.ts, channel_id: TRIAGE },
      actions: [{ action_id: "claim", value: "case-1", type: "button" }],
    });
    const trigger_id = payload(0).trigger_id;
    expect(
      await errorOf(
        client.views.open({
          trigger_id,
          view: { ...view, title: { type: "plain_text", text: "x".repeat(25) } },
        } as never),
      ),
    ).toBe("invalid_arguments");
    await slack.staff.presses("U0MINJI", card, "claim");
    const again = JSON.parse(new URLSearchParams(told.at(-1)?.body).get("payload") ?? "{}").trigger_id;
    told.splice(1);
    await client.views.open({ trigger_id: again, view } as never);
    expect(await errorOf(client.views.open({ trigger_id: again, view } as never))).toBe("exchanged_trigger_id");
    const modal = slack.staff.viewOf("U0MINJI");
    if (modal === undefined) throw new Error("no modal");
    await expect(slack.staff.submits(modal)).rejects.toThrow("must be filled in");
    expect((await slack.staff.submits(modal, { text: "네" })).status).toBe(200);
    expect(slack.staff.viewOf("U0MINJI"), "errors keep it open").toBe(modal);
    await slack.staff.submits(modal, { text: "네, 확인했어요" });
    expect(payload(2).view.state.values).toEqual({
      words: { text: { type: "plain_text_input", value: "네, 확인했어요" } },
    });
    expect(slack.staff.viewOf("U0MINJI")).toBeUndefined();
  });
});

describe("a plan of faults", () => {
  it("is the same for the same seed, and as frequent as it says", () => {
    const kinds = (seed: number) => {
      const plan = createFaultPlan({ seed, share: 0.22 });
      return Array.from({ length: 10_000 }, () => plan.next().kind);
    };
    expect(kinds(1)).toEqual(kinds(1));
    expect(kinds(1)).not.toEqual(kinds(2));
    const failed = kinds(1).filter((kind) => kind !== "none").length;
    expect(Math.abs(failed - 2_200)).toBeLessThan(150);
  });
});
