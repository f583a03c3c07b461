import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { BOT_FRAMEWORK, conversationOf } from "../../../src/channels/bot-framework/conversation-reference.ts";
import type { OutgoingActivity } from "../../../src/channels/bot-framework/render.ts";
import { agentId } from "../../../src/core/ids.ts";
import { activity, type RunningBot, startBot } from "./start-bot.ts";
import { startConnector } from "./start-connector.ts";

/** A request that waits that long fails its test. */
const NEVER_MS = 60_000;
const PATIENT = { timeout: 15_000 };

let connector: Awaited<ReturnType<typeof startConnector>>;
let bot: RunningBot;

beforeEach(async () => {
  connector = await startConnector();
  bot = await startBot({ repliesWithinMs: NEVER_MS });
  // The first start reads the content.
}, 60_000);
afterEach(async () => {
  await bot.close();
  connector.close();
});

const expecting = (more: object = {}) => activity(connector.url, { deliveryMode: "expectReplies", ...more });
const repliesTo = async (body: unknown): Promise<readonly OutgoingActivity[]> => {
  const answer = await bot.post(body);
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { activities: OutgoingActivity[] }).activities;
};
const conversation = conversationOf({
  serviceUrl: "",
  channelId: "msteams",
  conversation: "a:1-conversation",
  bot: { id: "" },
  customer: "",
});
const owner = async () => (await bot.store.conversation(conversation))?.state?.owner.kind;

describe("expected replies", () => {
  it("come in the answer, with a channel and no private field, and not over the connector", async () => {
    const [reply, ...more] = await repliesTo(expecting());
    expect(more).toEqual([]);
    expect(reply).toMatchObject({
      type: "message",
      channelId: "msteams",
      replyToId: "a-1",
      conversation: { id: "a:1-conversation" },
      from: { id: "28:bot", role: "bot" },
      recipient: { id: "29:customer" },
    });
    expect(reply?.text).not.toBe("");
    expect(reply?.speak).not.toBe("");
    expect(Object.keys(reply ?? {}).filter((name) => name.startsWith("_"))).toEqual([]);
    await bot.deliver();
    expect(connector.posted).toEqual([]);
  });

  it("come again for the same activity, which is not taken twice", async () => {
    const first = await repliesTo(expecting());
    expect(await repliesTo(expecting())).toEqual(first);
    const entries = await bot.store.entries(conversation, 0);
    expect(entries.map(({ body }) => body.kind)).toEqual(["customer", "bot"]);
  });

  it("are all there when one turn says several things", async () => {
    const number = "4111 1111 1111 1111";
    const replies = await repliesTo(expecting({ text: `waiver_window ${number}` }));
    expect(replies.length).toBeGreaterThan(1);
    expect(connector.posted).toEqual([]);
  });

  it("are shared by requests at the same time, each reply once", async () => {
    const texts = ["waiver_window", "leak_scope", "greeting", "thanks"];
    const answers = await Promise.all(texts.map((text, n) => repliesTo(expecting({ id: `m-${n}`, text }))));
    const said = (await bot.store.entries(conversation, 0)).filter(({ body }) => body.kind === "bot");
    expect(answers.flat()).toHaveLength(said.length);
    expect(connector.posted).toEqual([]);
  });

  it("are none, without waiting for any, when the turn says nothing", async () => {
    await repliesTo(expecting({ text: "contact_agent" }));
    expect(await owner()).toBe("queued");
    expect(await repliesTo(expecting({ id: "a-3", text: "여보세요" }))).toEqual([]);
  });

  it("that come too late go out over the connector, once", async () => {
    await bot.close();
    bot = await startBot({ repliesWithinMs: 50, running: false });
    expect(await repliesTo(expecting())).toEqual([]);
    await bot.handle();
    await bot.deliver();
    expect(connector.posted).toEqual([]);
    bot.clock.advance(5);
    await bot.deliver();
    await bot.deliver();
    expect(connector.posted).toHaveLength(1);
  });

  it("that another process took are left to the one whose request waits", async () => {
    await bot.close();
    bot = await startBot({ repliesWithinMs: NEVER_MS, running: false });
    const answer = repliesTo(expecting());
    await expect.poll(async () => (await bot.store.conversation(conversation))?.lastSeq, PATIENT).toBe(1);
    await bot.handle();
    const elsewhere = await startBot({ running: false });
    const [letter] = await bot.store.claimDeliveries([
      { target: "bot-framework", max: 1, budget: { perSecond: 9, burst: 9 } },
    ]);
    if (letter?.cargo.target !== "channel") throw new Error("no letter");
    const result = await elsewhere.channel.send({ ...letter, entry: letter.cargo.entry });
    expect(result).toEqual({ kind: "later", afterMs: 250 });
    await bot.store.settleDelivery(letter, result);
    bot.clock.advance(1);
    await bot.deliver();
    expect(await answer).toHaveLength(1);
    expect(connector.posted).toEqual([]);
    await elsewhere.close();
  });
});

describe("replies over the connector", () => {
  const sent = async (count: number) => {
    await expect.poll(() => connector.posted.length, PATIENT).toBe(count);
    return connector.posted;
  };

  /** From now on turns and deliveries run when the test says so. */
  const restart = async (): Promise<void> => {
    await bot.close();
    bot = await startBot({ running: false });
  };

  it("go to the activity that they answer", async () => {
    expect((await bot.post(activity(connector.url))).status).toBe(200);
    const [posted] = await sent(1);
    expect(posted?.path).toBe("/v3/conversations/a%3A1-conversation/activities/a-1");
    expect(posted?.authorization).toBeUndefined();
    expect(posted?.activity).toMatchObject({
      channelId: "msteams",
      replyToId: "a-1",
      locale: "ko-KR",
      textFormat: "plain",
    });
    expect(posted?.activity.speak).not.toBe("");
  });

  it("A2031, A2041: carry no id and no time stamp", async () => {
    await bot.post(activity(connector.url));
    const [posted] = await sent(1);
    expect(posted?.activity).not.toHaveProperty("id");
    expect(posted?.activity).not.toHaveProperty("timestamp");
  });

  it("greet once, however often the customer comes in", async () => {
    const update = (id: string) =>
      activity(connector.url, {
        type: "conversationUpdate",
        id,
        text: undefined,
        membersAdded: [{ id: "28:bot" }, { id: "29:customer" }],
      });
    await bot.post(update("u-1"));
    await bot.post(update("u-2"));
    const [greeting] = await sent(1);
    expect(greeting?.activity.recipient).toEqual({ id: "29:customer" });
    await bot.post(activity(connector.url));
    await sent(2);
  });

  it("are said once for an activity that comes again with the same id", async () => {
    await Promise.all([1, 2, 3].map(() => bot.post(activity(connector.url))));
    await bot.post(activity(connector.url, { localTimestamp: "2026-01-12T10:00:31+09:00" }));
    await sent(1);
    await bot.deliver();
    expect(connector.posted).toHaveLength(1);
  });

  it("are said once for words that come again with a new id and time stamp", async () => {
    const localTimestamp = "2026-01-12T10:00:00.123+09:00";
    await bot.post(activity(connector.url, { localTimestamp }));
    bot.clock.advance(30);
    const again = { id: "a-9", timestamp: "2026-01-12T01:00:30.000Z", localTimestamp };
    await bot.post(activity(connector.url, again));
    await sent(1);
    expect((await bot.store.conversation(conversation))?.lastSeq).toBe(2);
  });

  it("are said twice when a person says the same twice", async () => {
    await bot.post(activity(connector.url, { id: "n-1", localTimestamp: "2026-01-12T10:00:00.123+09:00" }));
    await bot.post(activity(connector.url, { id: "n-2", localTimestamp: "2026-01-12T10:00:02.456+09:00" }));
    await bot.post(activity(connector.url, { id: "n-3", text: "greeting" }));
    await bot.post(activity(connector.url, { id: "n-4", text: "greeting" }));
    await expect.poll(async () => (await bot.store.conversation(conversation))?.handledSeq, PATIENT).toBeGreaterThan(4);
    const heard = (await bot.store.entries(conversation, 0)).filter(({ body }) => body.kind === "customer");
    expect(heard).toHaveLength(4);
  });

  it("are said once for one client id under two ids", async () => {
    const channelData = { clientActivityID: "c-1" };
    await bot.post(activity(connector.url, { channelData }));
    await bot.post(activity(connector.url, { id: "a-2", channelData }));
    await sent(1);
    expect((await bot.store.conversation(conversation))?.lastSeq).toBe(2);
  });

  it("reach a customer days later, when an agent answers", async () => {
    await bot.post(activity(connector.url, { text: "contact_agent" }));
    await expect.poll(owner, PATIENT).toBe("queued");
    const before = connector.posted.length;
    bot.clock.advance(3 * 24 * 3_600);
    const agent = { id: agentId("agent-1"), name: "김상담" };
    const act = (key: string, done: object) =>
      bot.intake({
        conversation,
        channel: BOT_FRAMEWORK,
        dedupeKey: key,
        activity: { kind: "desk", agent, act: done as never },
      });
    await act("d-1", { kind: "claim" });
    await act("d-2", { kind: "reply", text: "안녕하세요, 확인했습니다." });
    await expect
      .poll(() => connector.posted.slice(before).map(({ activity: { text } }) => text), PATIENT)
      .toContain("안녕하세요, 확인했습니다.");
  });

  it("are not said twice when it is in doubt whether they arrived", async () => {
    await restart();
    connector.faults.push((response) => response.destroy());
    await bot.post(activity(connector.url));
    await bot.handle();
    await bot.deliver();
    expect(connector.posted).toHaveLength(1);
    bot.clock.advance(3_600);
    await bot.deliver();
    expect(connector.posted).toHaveLength(1);
    expect(bot.channel.reach.inDoubt).toEqual({ kind: "leave" });
  });

  it("wait as long as the connector asks for, and go out once", async () => {
    await restart();
    connector.faults.push((response) => response.writeHead(429, { "retry-after": "7" }).end());
    await bot.post(activity(connector.url));
    await bot.handle();
    for (const [seconds, posted] of [
      [0, 1],
      [6, 1],
      [2, 2],
      [60, 2],
    ] as const) {
      bot.clock.advance(seconds);
      await bot.deliver();
      expect(connector.posted).toHaveLength(posted);
    }
  });
});

describe("an end of the conversation", () => {
  it("may come twice, and a message after it is answered", async () => {
    const end = activity(connector.url, { type: "endOfConversation", id: "e-1", text: undefined });
    expect([(await bot.post(end)).status, (await bot.post(end)).status]).toEqual([200, 200]);
    expect(await repliesTo(expecting({ id: "a-5" }))).toHaveLength(1);
  });
});

describe("what nobody here can do", () => {
  it("an invoke is answered as not found, once and without a retry", async () => {
    expect((await bot.post(activity(connector.url, { type: "invoke", name: "adaptiveCard/action" }))).status).toBe(404);
  });

  it("a service that is not on this machine is refused in development", async () => {
    expect((await bot.post(activity("https://smba.trafficmanager.net/kr/"))).status).toBe(403);
    expect(await bot.store.lease()).toBeUndefined();
  });
});
