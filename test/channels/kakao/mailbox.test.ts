import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { kakaoConversation, messageKey, readAddress, writeAddress } from "../../../src/channels/kakao/kakao-address.ts";
import { botSays } from "../../contract/store-fixtures.ts";
import { BOT } from "./kakao-customer.ts";
import { answerOf, type RunningKakao, SENTENCES, startKakao, textsOf } from "./start-kakao.ts";

const HERE = kakaoConversation({ bot: BOT, user: "u1" });

const PATIENCE = { timeout: 10_000 };

let kakao: RunningKakao;
beforeEach(async () => {
  kakao = await startKakao({ turnMs: 4_000 });
});
afterEach(() => kakao.close());

describe("words that nobody asked for just now", () => {
  it("wait, and come with the next message before its answer", async () => {
    await kakao.talk("u1", "상담원이요", ["연결할게요"]);
    await kakao.agentSays(HERE, "안녕하세요", "확인했어요");
    expect((await kakao.store.undelivered(HERE)).map(({ state }) => state)).toEqual(["waiting", "waiting"]);
    expect(textsOf(await kakao.talk("u1", "여보세요", ["자동 안내"]))).toEqual([
      "[상담원 민지]\n안녕하세요",
      "[상담원 민지]\n확인했어요",
      "자동 안내",
    ]);
    await expect.poll(() => kakao.store.undelivered(HERE), PATIENCE).toEqual([]);
  });

  it("that are more than one answer holds come in turn, by a button", async () => {
    await kakao.talk("u1", "상담원이요", ["연결할게요"]);
    const long = ["가", "나", "다", "라"].map((sign) => sign.repeat(900));
    await kakao.agentSays(HERE, ...long);
    const seen: string[] = [];
    for (let calls = 0; calls < 2; calls += 1) {
      const reply = await kakao.raw("u1", "이어서 보기");
      seen.push(...answerOf(reply).map((text) => text.slice(-1)));
      expect(reply.body.includes('"label":"이어서 보기"')).toBe(calls === 0);
    }
    expect([...new Set(seen)]).toEqual(["가", "나", "다", "라"]);
  });

  it("go to one of two messages that come at once; the other says so", async () => {
    const both = [kakao.raw("u1", "위약금이요"), kakao.raw("u1", "유심이요")];
    await kakao.arrived("u1", "위약금이요");
    await kakao.arrived("u1", "유심이요");
    await kakao.handle([botSays("둘 다의 답")]);
    const said = (await Promise.all(both)).flatMap(answerOf).sort();
    expect(said).toEqual(["둘 다의 답", SENTENCES.answeredAbove.ko].sort());
  });

  it("are not promised by a bot that has nothing to say for an agent", async () => {
    const reply = kakao.raw("u1", "듣고 계세요?");
    await kakao.arrived("u1", "듣고 계세요?");
    await kakao.handle([], "agent");
    expect(answerOf(await reply)).toEqual([SENTENCES.keptForAgent.ko]);
  });
});

describe("the Event API", () => {
  const event = { name: "answer_waits", restApiKey: "key" };

  it("tells once that something waits, until the customer writes again", async () => {
    const told = await startKakao({ event });
    try {
      await told.talk("u1", "상담원이요", ["연결할게요"]);
      told.channel.waits?.(HERE);
      told.channel.waits?.(HERE);
      await expect.poll(() => told.calls.length, PATIENCE).toBe(1);
      expect(told.calls[0]).toMatchObject({
        url: `https://bot-api.kakao.com/v2/bots/${BOT}/talk`,
        headers: { authorization: "KakaoAK key" },
      });
      expect(JSON.parse(String(told.calls[0]?.body))).toEqual({
        event: { name: "answer_waits" },
        user: [{ type: "botUserKey", id: "u1" }],
      });
      await told.talk("u1", "네", ["네"]);
      told.channel.waits?.(HERE);
      await expect.poll(() => told.calls.length, PATIENCE).toBe(2);
    } finally {
      await told.close();
    }
  });

  it("is off unless it is set up", () => {
    expect(kakao.channel.waits).toBeUndefined();
  });
});

describe("the name of a message", () => {
  const said = { text: "네", block: "b", lastBlock: "l" };

  it("is the same until the conversation has had a turn, then another", () => {
    expect(messageKey(HERE, said, 3)).toBe(messageKey(HERE, { ...said }, 3));
    expect(messageKey(HERE, said, 5)).not.toBe(messageKey(HERE, said, 3));
    expect(messageKey(HERE, { ...said, text: "네네" }, 3)).not.toBe(messageKey(HERE, said, 3));
    expect(messageKey(kakaoConversation({ bot: BOT, user: "u2" }), said, 3)).not.toBe(messageKey(HERE, said, 3));
  });

  it("does not show who writes", () => {
    expect(messageKey(HERE, said, 3)).toMatch(/^kakao:[\w-]{43}:3:[\w-]{43}$/);
    expect(readAddress(writeAddress({ bot: BOT, user: "u1" }))).toEqual({ bot: BOT, user: "u1" });
    expect([undefined, "", "{", '{"bot":1}'].map(readAddress)).toEqual([undefined, undefined, undefined, undefined]);
  });
});
