import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readAddress } from "../../../src/channels/line/address.ts";
import { webhookRoute } from "../../../src/channels/line/webhook-route.ts";
import type { Store } from "../../../src/ports/store.ts";
import { conversationOfCustomer } from "../../../src/privacy/conversation-of-customer.ts";
import { openSqlite } from "../../../src/store/open-sqlite.ts";
import { createIntake } from "../../../src/turn/accept.ts";
import { manualClock } from "../../contract/manual-clock.ts";
import { mustLease, wordsOf } from "../../contract/store-fixtures.ts";
import { createKeptLog } from "../../http/create-kept-log.ts";
import { bodyOf, event, SECRET, sign, textEvent, userId } from "./events.ts";

const KEY = new Uint8Array(32).fill(3);
const USER = userId("민지");
const conversation = conversationOfCustomer(KEY, "line", USER);

describe("LINE's webhook", () => {
  let store: Store;
  let clock: ReturnType<typeof manualClock>;
  const post = async (...events: readonly unknown[]): Promise<number> => {
    const body = bodyOf(...events);
    const route = webhookRoute({
      secret: SECRET,
      key: KEY,
      store,
      intake: createIntake(store),
      clock,
      log: createKeptLog(),
    });
    const headers = { "x-line-signature": sign(body) };
    const { status } = await route.handle({
      method: "POST",
      path: route.path,
      params: {},
      query: {},
      headers,
      body,
      from: "",
    });
    return status;
  };
  const entries = async () => (await store.entries(conversation, 0)).map(({ body }) => body);
  const said = async () => (await entries()).map(wordsOf);
  const address = async () => readAddress((await store.conversation(conversation))?.address);

  beforeEach(async () => {
    clock = manualClock();
    store = await openSqlite({ folder: ":memory:", clock });
  });
  afterEach(() => store.close());

  it("answers a list without events, with which the console checks the address", async () => {
    expect(await post()).toBe(200);
  });

  it("takes an event once, by its id, also when it comes again later or twice in one body", async () => {
    const once = textEvent(USER, "네");
    await post(once, once);
    await post({ ...once, deliveryContext: { isRedelivery: true } });
    await post(textEvent(USER, "네"));
    expect(await said()).toEqual(["네", "네"]);
  });

  it("puts the events of one body in the order in which they happened", async () => {
    await post(textEvent(USER, "둘째", { timestamp: 2_000 }), textEvent(USER, "첫째", { timestamp: 1_000 }));
    expect(await said()).toEqual(["첫째", "둘째"]);
  });

  it("takes what a redelivery brings late, at the end", async () => {
    const missed = textEvent(USER, "첫째", { timestamp: 1_000, deliveryContext: { isRedelivery: true } });
    await post(textEvent(USER, "둘째", { timestamp: 2_000 }));
    await post(missed);
    expect(await said()).toEqual(["둘째", "첫째"]);
  });

  it("is silent while another answers, in groups, and for what it does not know", async () => {
    await post(
      textEvent(USER, "대기 중", { mode: "standby" }),
      textEvent(USER, "모두에게", { source: { type: "group", groupId: "C1", userId: USER } }),
      event(USER, { type: "unfollow" }),
      event(USER, { type: "membership", membership: { type: "joined" } }),
      { type: "message" },
      "nothing",
    );
    expect(await store.conversation(conversation)).toBeUndefined();
  });

  it("opens the conversation of who follows, and hears the words of a rich menu", async () => {
    await post(event(USER, { type: "follow", follow: { isUnblocked: false }, replyToken: "r" }));
    await post(event(USER, { type: "postback", postback: { data: "상담원 연결" } }));
    expect((await entries()).map(({ kind }) => kind)).toEqual(["opened", "customer"]);
    expect((await said())[1]).toBe("상담원 연결");
  });

  it("keeps the newest reply token with the moment at which it came", async () => {
    await post(textEvent(USER, "하나", { replyToken: "r1" }));
    clock.advance(1_000);
    await post(textEvent(USER, "둘", { replyToken: "r2", timestamp: 0 }));
    expect(await address()).toEqual({ to: USER, reply: { token: "r2", cameAt: clock.now() } });
  });

  it("does not believe in the token of an event that is brought again after 20 minutes", async () => {
    const timestamp = Date.parse(clock.now());
    clock.advance(20 * 60_000);
    await post(textEvent(USER, "하나", { replyToken: "r1", timestamp, deliveryContext: { isRedelivery: true } }));
    expect(await address()).toEqual({ to: USER });
  });

  it("erases what the customer takes back", async () => {
    const secret = textEvent(USER, "비밀번호는 1234");
    await post(secret, textEvent(USER, "다른 말"));
    expect(await post(event(USER, { type: "unsend", unsend: { messageId: secret.message.id } }))).toBe(200);
    expect(await said()).toEqual(["", "다른 말"]);
    expect((await mustLease(store)).pending[0]?.activity).toMatchObject({ text: "", erased: true });
  });

  it("erases also what a redelivery brings only after it was taken back", async () => {
    const secret = textEvent(USER, "비밀번호는 1234", { deliveryContext: { isRedelivery: true } });
    await post(event(USER, { type: "unsend", unsend: { messageId: secret.message.id } }));
    await post(secret);
    expect(await entries()).toMatchObject([{ kind: "customer", text: "", erased: true }]);
  });

  it("lets nobody take back the words of somebody else", async () => {
    const mine = textEvent(USER, "내 말");
    await post(mine);
    await post(event(userId("다른 사람"), { type: "unsend", unsend: { messageId: mine.message.id } }));
    expect(await said()).toEqual(["내 말"]);
  });

  it("knows a customer by an id that does not show LINE's", () => {
    expect(conversation).toMatch(/^line:[\w-]{32}$/);
    expect(conversationOfCustomer(KEY, "naver", USER)).not.toContain(conversation.slice(5));
  });
});
