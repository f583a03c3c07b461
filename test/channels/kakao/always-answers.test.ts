import { connect } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { kakaoConversation } from "../../../src/channels/kakao/kakao-address.ts";
import { botSays } from "../../contract/store-fixtures.ts";
import { BOT, SECRET, skillBody } from "./kakao-customer.ts";
import { answerOf, type RunningKakao, SENTENCES, startKakao, textsOf } from "./start-kakao.ts";

const HERE = kakaoConversation({ bot: BOT, user: "u1" });
const CALLBACK = "https://bot-api.kakao.com/v1/callback/abc";
const never = (): Promise<never> => new Promise(() => undefined);
const gone = async (): Promise<never> => {
  throw new Error("the disk is gone");
};

let kakao: RunningKakao;
afterEach(() => kakao.close());

/** Far more than any of it takes, on a machine that is busy with other things. */
const PATIENCE = { timeout: 10_000 };
const starts = (options = {}) =>
  beforeEach(async () => {
    kakao = await startKakao(options);
  });

const waiting = async () => (await kakao.store.undelivered(HERE)).map(({ state }) => state);

describe("whatever is broken behind", () => {
  starts({ answerMs: 1_000 });

  it.each([
    ["the store is gone", { conversation: gone }],
    ["the store hangs", { conversation: never }],
    ["nothing can be written", { accept: gone }],
    ["writing hangs", { accept: never }],
  ])("a polite sentence leaves in time when %s, and the message does not count as taken", async (_, trouble) => {
    kakao.break(trouble);
    const reply = await kakao.raw("u1", "위약금이요");
    expect(reply.status).toBe(200);
    expect(reply.ms, "KakaoTalk hangs up after 5 s").toBeLessThan(5_000);
    expect(answerOf(reply)).toEqual([SENTENCES.unavailable.ko]);
    expect(await kakao.store.lease(), "not accepted").toBeUndefined();
  });

  it("the same sentence is said at once when more comes than can be taken, to KakaoTalk alone", async () => {
    await kakao.close();
    kakao = await startKakao({ answerMs: 60_000, turnMs: 60_000 }, { requestsAtOnce: 1, answerMs: 60_000 });
    const first = kakao.raw("u1", "첫 말");
    await kakao.arrived("u1", "첫 말");
    const reply = await kakao.raw("u2", "위약금이요");
    expect([reply.status, answerOf(reply)]).toEqual([200, [SENTENCES.unavailable.ko]]);
    const stranger = await fetch(`${kakao.url}/channels/kakao/skill`, { method: "POST", body: "{}" });
    expect(stranger.status).toBe(401);
    await kakao.handle([botSays("답")]);
    expect(answerOf(await first)).toEqual(["답"]);
    expect(await kakao.store.lease(), "nothing of the second is kept").toBeUndefined();
  });

  it("says that the message is kept when only its answer cannot be read", async () => {
    kakao.break({ collect: never });
    const reply = kakao.raw("u1", "위약금이요");
    await kakao.arrived("u1", "위약금이요");
    await kakao.handle([botSays("답")]);
    const answer = await reply;
    expect(answerOf(answer)).toEqual([SENTENCES.stillWorking.ko]);
    expect(answer.body).toContain("이어서 보기");
  });

  it("gives back what was taken out for an answer that came too late", async () => {
    const collect = kakao.store.collect;
    kakao.break({
      collect: async (...args) => {
        const letters = await collect(...args);
        await new Promise((resolve) => setTimeout(resolve, 1_500));
        return letters;
      },
    });
    expect(textsOf(await kakao.talk("u1", "위약금이요", ["답"]))).toEqual([SENTENCES.stillWorking.ko]);
    await expect.poll(waiting, PATIENCE).toEqual(["waiting"]);
    kakao.break({});
    await expect.poll(async () => answerOf(await kakao.raw("u1", "이어서 보기")), PATIENCE).toEqual(["답"]);
  });
});

describe("a turn that takes longer than KakaoTalk waits", () => {
  starts();

  it("is announced honestly, and its answer is fetched by a button that is no message", async () => {
    const reply = await kakao.raw("u1", "위약금이요");
    expect(answerOf(reply)).toEqual([SENTENCES.stillWorking.ko]);
    await kakao.handle([botSays("답")]);
    const before = (await kakao.store.conversation(HERE))?.lastSeq;
    expect(answerOf(await kakao.raw("u1", "이어서 보기"))).toEqual(["답"]);
    expect(answerOf(await kakao.raw("u1", "이어서 보기"))).toEqual([SENTENCES.nothingWaits.ko]);
    expect((await kakao.store.conversation(HERE))?.lastSeq).toBe(before);
  });

  it("comes before the answer to the next message", async () => {
    await kakao.raw("u1", "위약금이요");
    await kakao.handle([botSays("첫 답")]);
    expect(textsOf(await kakao.talk("u1", "유심은요?", ["둘째 답"]))).toEqual(["첫 답", "둘째 답"]);
  });

  it("is sent to the callback where the block has one, once", async () => {
    const reply = await kakao.raw("u1", "위약금이요", { callbackUrl: CALLBACK });
    expect(JSON.parse(reply.body)).toEqual({
      version: "2.0",
      useCallback: true,
      data: { text: SENTENCES.stillWorking.ko },
    });
    await kakao.handle([botSays("답")]);
    await expect.poll(() => kakao.calls.length, PATIENCE).toBe(1);
    const [call] = kakao.calls;
    expect(call).toMatchObject({ method: "POST", url: CALLBACK });
    expect(textsOf(JSON.parse(String(call?.body)))).toEqual(["답"]);
    await expect.poll(waiting, PATIENCE).toEqual([]);
  });

  it.each([
    ["says that it failed", { kind: "answered", status: 200, headers: {}, body: '{"status":"FAIL"}' }, "waiting"],
    ["does not take it", { kind: "answered", status: 400, headers: {}, body: "" }, "waiting"],
    ["cannot be reached", { kind: "not-sent", why: "refused" }, "waiting"],
    ["does not say", { kind: "in-doubt", why: "reset" }, "unknown"],
    ["breaks", { kind: "answered", status: 500, headers: {}, body: "" }, "unknown"],
  ] as const)("is kept or doubted as the callback %s", async (_, result, state) => {
    kakao.farEndAnswers(result);
    await kakao.raw("u1", "위약금이요", { callbackUrl: CALLBACK });
    await kakao.handle([botSays("답")]);
    await expect.poll(() => kakao.calls.length, PATIENCE).toBe(1);
    await expect.poll(waiting, PATIENCE).toEqual([state]);
  });

  it.each(["http://bot-api.kakao.com/x", "https://bot-api.kakao.com.evil.example/x", "https://169.254.169.254/", "x"])(
    "is never sent to %s",
    async (callbackUrl) => {
      const reply = await kakao.raw("u1", "위약금이요", { callbackUrl });
      expect(answerOf(reply)).toEqual([SENTENCES.stillWorking.ko]);
      await kakao.handle([botSays("답")]);
      expect(kakao.calls).toEqual([]);
    },
  );
});

describe("a caller that hangs up", () => {
  starts({ turnMs: 4_000 });

  it("before the answer is written leaves it in doubt, where staff see it", async () => {
    const body = skillBody("u1", "위약금이요");
    const socket = connect(Number(new URL(kakao.url).port), "127.0.0.1");
    socket.write(
      `POST /channels/kakao/skill HTTP/1.1\r\nhost: localhost\r\nx-ansim-secret: ${SECRET}\r\ncontent-length: ${body.length}\r\n\r\n`,
    );
    socket.write(body);
    await kakao.arrived("u1", "위약금이요");
    socket.destroy();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await kakao.handle([botSays("답")]);
    await expect.poll(waiting, PATIENCE).toEqual(["unknown"]);
  });

  it("and calls again meanwhile gets the same answer, for one message", async () => {
    const first = kakao.raw("u1", "위약금이요");
    const again = kakao.raw("u1", "위약금이요");
    await kakao.arrived("u1", "위약금이요");
    await new Promise((resolve) => setTimeout(resolve, 50));
    await kakao.handle([botSays("답")]);
    expect((await again).body).toBe((await first).body);
    expect(answerOf(await first)).toEqual(["답"]);
    await expect.poll(waiting, PATIENCE).toEqual([]);
  });
});
