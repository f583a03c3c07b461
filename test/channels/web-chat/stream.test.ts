import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { conversationId } from "../../../src/core/ids.ts";
import { openSocket } from "../../http/open-socket.ts";
import { type RunningWebChat, startWebChat } from "./start-web-chat.ts";

let chat: RunningWebChat;

beforeAll(async () => {
  chat = await startWebChat();
});

afterAll(() => chat.close());

interface Frame {
  readonly activities: readonly { readonly id: string; readonly text: string }[];
  readonly watermark: string;
}

const textsOf = (received: readonly string[]): readonly string[] =>
  received.flatMap((frame) => (JSON.parse(frame) as Frame).activities.map(({ text }) => text));

const open = async () => {
  const session = await chat.session();
  const answer = await chat.call("POST", "/v3/directline/conversations", session.token);
  const { streamUrl } = (await answer.json()) as { streamUrl: string };
  const botSays = async (text: string) => {
    const said = { key: "k", text, sources: [], buttons: [] };
    const entry = chat.memory.append(conversationId(session.conversationId), { kind: "bot", said });
    return chat.channel.send({ id: 1, conversation: entry.conversation, attempts: 1, entry });
  };
  const customerSays = (text: string) =>
    chat.call("POST", `/v3/directline/conversations/${session.conversationId}/activities`, session.token, {
      type: "message",
      text,
    });
  const reconnect = async (watermark: string) => {
    const path = `/v3/directline/conversations/${session.conversationId}?watermark=${watermark}`;
    return ((await (await chat.call("GET", path, session.token)).json()) as { streamUrl: string }).streamUrl;
  };
  return { ...session, streamUrl, botSays, customerSays, reconnect };
};

describe("the stream", () => {
  it("replays what was said and goes on live, the customer's own words included", async () => {
    const talk = await open();
    await talk.botSays("안녕하세요");
    const socket = await openSocket(talk.streamUrl);
    await socket.until((received) => textsOf(received).length === 1);
    await talk.customerSays("네");
    await talk.botSays("반가워요");
    expect(textsOf(await socket.until((received) => textsOf(received).length === 3))).toEqual([
      "안녕하세요",
      "네",
      "반가워요",
    ]);
    socket.destroy();
  });

  it("shows what another process stored and sends", async () => {
    const talk = await open();
    const socket = await openSocket(talk.streamUrl);
    const conversation = conversationId(talk.conversationId);
    const stored = (text: string) =>
      chat.memory.append(conversation, { kind: "bot", said: { key: "k", text, sources: [], buttons: [] } });
    stored("하나");
    chat.memory.tellNews({ kind: "entries", conversation });
    await socket.until((received) => textsOf(received).length === 1);
    stored("둘");
    chat.memory.tellNews({ kind: "entries", conversation: conversationId("another") });
    chat.memory.tellNews({ kind: "missed" });
    expect(textsOf(await socket.until((received) => textsOf(received).length === 2))).toEqual(["하나", "둘"]);
    socket.destroy();
  });

  it("shows each message exactly once over any number of broken connections", async () => {
    const talk = await open();
    const seen: string[] = [];
    let watermark = "";
    let url = talk.streamUrl;
    for (let round = 0; round < 5; round += 1) {
      const socket = await openSocket(url);
      await talk.botSays(`live ${round}`);
      const wanted = round === 0 ? 1 : 2;
      const received = await socket.until((frames) => textsOf(frames).length === wanted);
      seen.push(...textsOf(received));
      watermark = (JSON.parse(received.at(-1) ?? "{}") as Frame).watermark;
      socket.destroy();
      await talk.botSays(`away ${round}`);
      url = await talk.reconnect(watermark);
    }
    expect(seen).toEqual([0, 1, 2, 3, 4].flatMap((round) => [`live ${round}`, `away ${round}`]).slice(0, -1));
  });

  it("keeps two tabs alive side by side", async () => {
    const talk = await open();
    const [one, two] = [await openSocket(talk.streamUrl), await openSocket(talk.streamUrl)];
    await talk.botSays("둘 다 보여요");
    for (const tab of [one, two]) {
      expect(textsOf(await tab.until((received) => received.length === 1))).toEqual(["둘 다 보여요"]);
    }
    one.destroy();
    await talk.botSays("아직 보여요");
    await two.until((received) => textsOf(received).includes("아직 보여요"));
    two.destroy();
  });

  it("keeps the order of a burst and doubles nothing", async () => {
    const talk = await open();
    const socket = await openSocket(talk.streamUrl);
    const words = Array.from({ length: 250 }, (_, index) => `${index}`);
    await Promise.all(words.map((text) => talk.botSays(text)));
    expect(textsOf(await socket.until((received) => textsOf(received).length >= 250))).toEqual(words);
    socket.destroy();
  });

  it("takes the client's empty frames as a reason to look again", async () => {
    const talk = await open();
    const socket = await openSocket(talk.streamUrl);
    const said = { key: "k", text: "다른 곳에서 왔어요", sources: [], buttons: [] };
    await new Promise((resolve) => setTimeout(resolve, 50));
    chat.memory.append(conversationId(talk.conversationId), { kind: "bot", said });
    socket.sendText("");
    expect(textsOf(await socket.until((received) => received.length === 1))).toEqual(["다른 곳에서 왔어요"]);
    socket.destroy();
  });

  it("is closed for a ticket that is old, foreign or made up", async () => {
    const [mine, other] = [await open(), await open()];
    const foreign = mine.streamUrl.replace(mine.conversationId, other.conversationId);
    const madeUp = mine.streamUrl.replace(/t=.*/, "t=x");
    const asToken = mine.streamUrl.replace(/t=.*/, `t=${mine.token}`);
    for (const url of [foreign, madeUp, asToken]) {
      const socket = await openSocket(url);
      expect(await socket.closed).toBe(1008);
      expect(socket.received).toEqual([]);
    }
    chat.clock.advance(61);
    expect(await (await openSocket(mine.streamUrl)).closed).toBe(1008);
  });
});

describe("the channel", () => {
  it("has sent the words also when no window is open", async () => {
    const talk = await open();
    expect(await talk.botSays("나중에 보여요")).toEqual({ kind: "sent" });
    const socket = await openSocket(talk.streamUrl);
    expect(textsOf(await socket.until((received) => received.length === 1))).toEqual(["나중에 보여요"]);
    socket.destroy();
  });
});
