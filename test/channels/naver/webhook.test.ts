import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createOpenCalls, type OpenCalls } from "../../../src/channels/naver/open-calls.ts";
import { createRepetitions, type Repetitions } from "../../../src/channels/naver/repetitions.ts";
import { readSources } from "../../../src/channels/naver/verify.ts";
import { webhookRoute } from "../../../src/channels/naver/webhook-route.ts";
import { AppError } from "../../../src/core/app-error.ts";
import type { Intake } from "../../../src/ports/intake.ts";
import type { Store } from "../../../src/ports/store.ts";
import type { WebReply } from "../../../src/ports/web.ts";
import { conversationOfCustomer } from "../../../src/privacy/conversation-of-customer.ts";
import { openSqlite } from "../../../src/store/open-sqlite.ts";
import { createIntake } from "../../../src/turn/accept.ts";
import { manualClock } from "../../contract/manual-clock.ts";
import { mustLease, turn, wordsOf } from "../../contract/store-fixtures.ts";
import { createKeptLog } from "../../http/create-kept-log.ts";

const KEY = new Uint8Array(32).fill(3);
const SECRET = "path-secret-of-the-tests-0123456789";
const USER = "al-2eGuGr5WQOnco1_V-FQ";
const SOURCES = "211.249.40.0/27,211.249.68.0/27,220.230.168.0/27";
const conversation = conversationOfCustomer(KEY, "naver", USER);
const UNAVAILABLE = "지금은 말씀을 받지 못했어요.";
const text = (words: string, more: object = {}) => ({
  event: "send",
  user: USER,
  textContent: { text: words, inputType: "typing", ...more },
});

interface Caller {
  readonly secret?: string;
  readonly from?: string;
  /** Asks for what is said when there is too much to do. */
  readonly busy?: boolean;
}

describe("Naver's webhook", () => {
  let store: Store;
  let clock: ReturnType<typeof manualClock>;
  let calls: OpenCalls;
  let repetitions: Repetitions;
  let intake: Intake;
  let made = 0;
  const ask = (event: object, { secret = SECRET, from = "211.249.40.7", busy = false }: Caller) => {
    const parts = {
      secret: SECRET,
      key: KEY,
      store,
      intake,
      calls,
      repetitions,
      unavailable: UNAVAILABLE,
      patienceMs: 30,
    };
    const route = webhookRoute({ ...parts, sources: readSources(SOURCES), log: createKeptLog() });
    const body = Buffer.from(JSON.stringify(event));
    const request = { method: "POST", path: route.path, params: { secret }, query: {}, headers: {}, body, from };
    return busy ? route.whenBusy?.(request) : route.handle(request);
  };
  const post = async (event: object, caller: Caller = {}): Promise<WebReply> => {
    const reply = await ask(event, caller);
    if (reply === undefined) throw new Error("not answered");
    return reply;
  };
  const said = async () => (await store.entries(conversation, 0)).map(({ body }) => wordsOf(body));

  beforeEach(async () => {
    clock = manualClock();
    store = await openSqlite({ folder: ":memory:", clock });
    intake = createIntake(store);
    calls = createOpenCalls();
    repetitions = createRepetitions(clock, () => `id-${++made}`);
  });
  afterEach(() => store.close());

  it("is open to who knows the path and calls from Naver's addresses, also behind IPv6", async () => {
    const status = async (caller: object) => (await post(text("네"), caller)).status;
    expect(await status({ secret: "" })).toBe(404);
    expect(await status({ secret: `${SECRET}x` })).toBe(404);
    for (const from of ["211.249.40.32", "127.0.0.1", "", "x", "::1"]) expect(await status({ from })).toBe(403);
    expect(await said()).toEqual([]);
    for (const from of ["211.249.40.0", "220.230.168.31", "::ffff:211.249.68.1"])
      expect(await status({ from })).toBe(200);
  });

  it("answers with words that are ready soon, and tells that they were written", async () => {
    const reply = post(text("안녕"));
    const written = calls.offer(conversation, { textContent: { text: "반가워요" } });
    const { status, body, headers, onDone } = await reply;
    expect([status, headers?.["content-type"]]).toEqual([200, "application/json;charset=UTF-8"]);
    expect(JSON.parse(String(body))).toEqual({ event: "send", textContent: { text: "반가워요" } });
    onDone?.(true);
    expect(await written).toBe("written");
  });

  it("answers with nothing when no words come in time; from then on they take the other road", async () => {
    expect(await post(text("안녕"))).toEqual({ status: 200, body: "" });
    expect(calls.offer(conversation, { textContent: { text: "늦은 말" } })).toBeUndefined();
  });

  it("says that it could not take the message when the disk is gone, but is silent where nobody asked", async () => {
    intake = async () => {
      throw new AppError("STORE_UNAVAILABLE", "no disk");
    };
    const reply = await post(text("안녕"));
    expect([reply.status, JSON.parse(String(reply.body))]).toEqual([
      200,
      { event: "send", textContent: { text: UNAVAILABLE } },
    ]);
    expect(await post({ event: "open", user: USER, options: {} })).toEqual({ status: 200, body: "" });
    expect(calls.offer(conversation, { textContent: { text: "늦은 말" } }), "no call stays open").toBeUndefined();
  });

  it("says the same under too much load, and never answers its own echo; who leaves is forgotten all the same", async () => {
    const busy = true;
    const reply = await post(text("안녕"), { busy });
    expect(JSON.parse(String(reply.body))).toEqual({ event: "send", textContent: { text: UNAVAILABLE } });
    expect(await said(), "nothing is kept").toEqual([]);
    for (const event of [{ event: "echo", echoedEvent: "send" }, { event: "leave" }, { event: "open", options: {} }]) {
      expect(await post({ user: USER, ...event }, { busy })).toEqual({ status: 200, body: "" });
    }
    expect((await post(text("안녕"), { busy, secret: "x" })).status).toBe(404);
    expect((await post(text("안녕"), { busy, from: "::1" })).status).toBe(403);
    const withdrew = { event: "profile", user: USER, options: { result: "WITHDRAW" } };
    await expect(post(withdrew, { busy })).rejects.toThrow("not answered");
  });

  it("keeps one webhook of a customer open, and answers the next ones at once", async () => {
    const first = calls.open(conversation, 60_000);
    expect(await post(text("안녕"))).toEqual({ status: 200, body: "" });
    const written = calls.offer(conversation, { textContent: { text: "반가워요" } });
    (await first.words())?.done(true);
    expect(await written).toBe("written");
    first.close();
    expect(calls.offer(conversation, { textContent: { text: "또" } })).toBeUndefined();
  });

  it("gives words back that nobody wrote into an answer", async () => {
    const call = calls.open(conversation, 1_000);
    const written = calls.offer(conversation, { textContent: { text: "말" } });
    call.close();
    expect(await written).toBe("broken");
    expect(await call.words()).toBeUndefined();
  });

  it("does not keep a customer waiting whom an agent answers", async () => {
    await post(text("하나"));
    const lease = await mustLease(store);
    const owner = { kind: "queued", case: "k1" } as never;
    await store.commit(lease, turn(1, [], { state: { ...turn(1).state, owner } }));
    const reply = post(text("둘"));
    await expect.poll(said).toEqual(["하나", "둘"]);
    await reply;
    expect(calls.offer(conversation, { textContent: { text: "말" } })).toBeUndefined();
  });

  it("takes the same bytes at once for one message", async () => {
    await Promise.all([post(text("네")), post(text("네"))]);
    clock.advance(1_500);
    await post(text("네"));
    expect(await said()).toEqual(["네"]);
  });

  it("takes them for another one a moment later, from another customer, or when they say something else", async () => {
    await post(text("네"));
    await post({ ...text("네"), user: "bl-2eGuGr5WQOnco1_V-FQ" });
    await post(text("네!"));
    await post(text("네"));
    clock.advance(1_501);
    await post(text("네"));
    expect(await said()).toEqual(["네", "네!", "네", "네"]);
  });

  it("never swallows the second 네 of two questions", async () => {
    await post(text("네"));
    repetitions.answered(conversation);
    await post(text("네"));
    expect(await said()).toEqual(["네", "네"]);
  });

  it("never answers an echo, and is silent while the partner centre answers", async () => {
    for (const options of [
      { sourceId: 10007, threadOwnerId: 10007 },
      { sourceId: 1, threadOwnerId: 1 },
    ]) {
      const echo = { ...text("우리가 한 말"), event: "echo", echoedEvent: "send", options };
      expect(await post(echo)).toEqual({ status: 200, body: "" });
    }
    await post({ ...text("상담원에게 하는 말"), standby: true });
    await post({ ...text("봇에게 하는 말"), standby: null });
    expect(await said()).toEqual(["봇에게 하는 말"]);
  });

  it.each([
    { event: "leave", user: USER },
    { event: "friend", user: USER, options: { set: "off" } },
    { event: "handover", user: USER, options: { control: "passThread", metadata: '{"autoEnd":false}' } },
    { event: "handover", user: USER, options: { control: "passThread", metadata: "{'autoEnd':false}" } },
    { event: "profile", user: USER, options: { result: "DISAGREE" } },
    { event: "profile", user: USER, options: { result: "SUCCESS", cellphone: "01000000000" } },
    { event: "somethingNew", user: USER },
  ])("takes notice of $event, keeps nothing of it and says nothing", async (event) => {
    expect(await post(event)).toEqual({ status: 200, body: "" });
    expect(await store.conversation(conversation)).toBeUndefined();
  });

  it("greets the first time that a customer comes into the room", async () => {
    const open = { event: "open", user: USER, options: { inflow: "list", under14: false } };
    await post(open);
    await post({ ...open, options: { inflow: "none", under14: false } });
    expect((await mustLease(store)).pending.map(({ activity }) => activity)).toEqual([
      { kind: "opened", language: "ko" },
    ]);
  });

  it("keeps a name that databases cannot hold without what they cannot", async () => {
    const odd = "al\0-\ud800";
    const name = "al-\uFFFD";
    await post({ ...text("네"), user: odd });
    const opened = await store.conversation(conversationOfCustomer(KEY, "naver", name));
    expect(opened?.address).toBe(name);
    expect((await post({ ...text("네"), user: "\0" })).status).toBe(400);
  });

  it("tells who is under 14", async () => {
    await post({ event: "open", user: USER, options: { inflow: "list", under14: true } });
    expect((await mustLease(store)).pending[0]?.activity).toEqual({ kind: "opened", language: "ko", minor: true });
  });

  it("deletes everything of a customer who takes back the consent", async () => {
    await post(text("내 번호는 010-0000-0000"));
    expect(await post({ event: "profile", user: USER, options: { result: "WITHDRAW" } })).toEqual({
      status: 200,
      body: "",
    });
    expect(await store.conversation(conversation)).toBeUndefined();
    expect(await said()).toEqual([]);
    expect((await post({ event: "profile", user: USER, options: { result: "WITHDRAW" } })).status).toBe(200);
  });

  it("reads what was pressed from the code, whole, and other people's codes not at all", async () => {
    await post(text("2. 2025년…", { code: "say:2025년 9월 1일 이후에 해지했어요", inputType: "button" }));
    await post(text("챗봇 안내", { code: "CHATBOT_GUIDE", inputType: "button" }));
    await post(text("", { inputType: "sticker" }));
    await post({ event: "send", user: USER, imageContent: { imageUrl: "https://example.com/a.png" } });
    expect(await said()).toEqual([
      "2025년 9월 1일 이후에 해지했어요",
      "챗봇 안내",
      "(스티커를 보냈어요)",
      "(사진을 보냈어요)",
    ]);
  });
});
