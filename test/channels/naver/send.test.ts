import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createSend, NAVER_HOST } from "../../../src/channels/naver/create-send.ts";
import { createOpenCalls } from "../../../src/channels/naver/open-calls.ts";
import { createRepetitions } from "../../../src/channels/naver/repetitions.ts";
import { conversationId } from "../../../src/core/ids.ts";
import type { Letter } from "../../../src/ports/channel.ts";
import type { LogBody } from "../../../src/ports/log-entry.ts";
import { manualClock } from "../../contract/manual-clock.ts";
import { botSays } from "../../contract/store-fixtures.ts";
import { AUTHORIZATION, type FakeNaver, startFakeNaver } from "../../fakes/fake-naver.ts";
import { outgoingTo } from "../../fakes/outgoing-to.ts";

const USER = "al-2eGuGr5WQOnco1_V-FQ";
const conversation = conversationId("naver:c");

describe("sending on Naver", () => {
  let naver: FakeNaver;
  const calls = createOpenCalls();
  const sendWith = (authorization: string) =>
    createSend({
      outgoing: outgoingTo(naver.url)({ hosts: [NAVER_HOST] }),
      authorization,
      calls,
      repetitions: createRepetitions(manualClock(), () => "id"),
    });
  const letter = (body: LogBody, attempts = 1): Letter => ({
    id: 1,
    conversation,
    address: USER,
    attempts,
    entry: { conversation, seq: 2, at: "2026-01-10T01:00:00.000Z", body },
  });
  const send = (body: LogBody, attempts?: number) => sendWith(AUTHORIZATION)(letter(body, attempts));
  const texts = () => naver.shownTo(USER).map(({ text }) => text);

  beforeEach(async () => {
    naver = await startFakeNaver();
  });
  afterEach(() => naver.close());

  it("posts words, with a notification for an agent's alone, and shows the customer's id in no address", async () => {
    expect(await send(botSays("하나"))).toEqual({ kind: "sent" });
    expect(await send({ kind: "agent", agentName: "민지", text: "둘" })).toEqual({ kind: "sent" });
    expect(naver.shownTo(USER).map(({ text, notified }) => [text, notified])).toEqual([
      ["하나", false],
      ["둘", true],
    ]);
    expect(naver.paths).toEqual(["/chatbot/v1/event", "/chatbot/v1/event"]);
  });

  it("answers a webhook that is open, and posts nothing then", async () => {
    const call = calls.open(conversation, 1_000);
    const sent = send(botSays("하나"));
    (await call.words())?.done(true);
    expect(await sent).toEqual({ kind: "sent" });
    expect(naver.paths).toEqual([]);
  });

  it("posts what the answer of a webhook could not bring", async () => {
    const call = calls.open(conversation, 1_000);
    const sent = send(botSays("하나"));
    (await call.words())?.done(false);
    expect(await sent).toEqual({ kind: "sent" });
    expect(texts()).toEqual(["하나"]);
  });

  it.each([
    ["99", { kind: "later", afterMs: 1_000 }],
    ["01", { kind: "parked" }],
    ["02", { kind: "refused", why: "Naver's result 02" }],
    ["429", { kind: "later", afterMs: 7_000 }],
    ["500-after", { kind: "unknown" }],
    ["dropped-after", { kind: "unknown" }],
    ["no-json", { kind: "unknown" }],
  ] as const)("reads %s from the answer, whatever its status", async (fault, result) => {
    naver.breakNext(fault);
    expect(await send(botSays("하나"))).toMatchObject(result);
  });

  it("tries on through a dialogue about consent, and gives up what Naver refuses for minutes", async () => {
    naver.breakNext("99", "99");
    expect(await send(botSays("하나"), 7)).toEqual({ kind: "later", afterMs: 60_000 });
    expect(await send(botSays("하나"), 15)).toEqual({ kind: "refused", why: "Naver's result 99" });
    expect(await send(botSays("하나"), 8)).toEqual({ kind: "sent" });
    expect(texts()).toEqual(["하나"]);
  });

  it("parks with a key that Naver does not take", async () => {
    expect(await sendWith("ct_old")(letter(botSays("하나")))).toMatchObject({ kind: "parked" });
  });

  it("does not begin again in the middle of an agent's long words", async () => {
    naver.breakNext("99");
    const long = { kind: "agent", agentName: "민지", text: "가 ".repeat(8_000) } as const;
    expect(await send(long)).toMatchObject({ kind: "later" });
    expect(await send(long)).toEqual({ kind: "sent" });
    expect(texts()).toHaveLength(2);
  });

  it("refuses a letter to nobody", async () => {
    const { address: _, ...nobody } = letter(botSays("하나"));
    expect(await sendWith(AUTHORIZATION)(nobody)).toEqual({ kind: "refused", why: "no address" });
  });
});
