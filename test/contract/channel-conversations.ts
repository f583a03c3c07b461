import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ChannelHarness, ContractCustomer, OpenedChannel } from "./channel-harness.ts";
import { expectedWords, timesShown } from "./expected-words.ts";
import { type RunningApp, startApp } from "./start-app.ts";

const PATIENCE = { timeout: 5_000, interval: 20 };
const QUESTION = "위약금 면제 기간이 언제까지예요?";

/** The conversations that every channel must carry, with what its far end does to them. */
export function describeConversations(harness: ChannelHarness): void {
  let app: RunningApp;
  let channel: OpenedChannel;
  let opened = 0;
  const newCustomer = () => channel.customer(`customer-${++opened}`);

  /** Waits for words of a message, an answer or a question by its key; or for words as they are, in quotes. */
  const hears = (customer: ContractCustomer, key: string, language: "ko" | "en" = "ko", times = 1) => {
    const words = key.startsWith('"') ? key : expectedWords(key, language);
    return expect
      .poll(async () => timesShown(await customer.shown(), words), { ...PATIENCE, message: key })
      .toBe(times);
  };
  const buttons = async (customer: ContractCustomer) => (await customer.shown()).at(-1)?.buttons ?? [];
  /** Where nothing is pushed, what waits comes with the customer's next message. */
  const looksAgain = (customer: ContractCustomer) =>
    harness.push === "free" ? Promise.resolve() : customer.say("여보세요");
  const stored = async (text: string) => (await app.customerTexts()).filter((said) => said === text).length;

  beforeAll(async () => {
    app = await startApp(harness.settings, harness.outgoing);
    channel = await harness.open(app.address);
  }, 60_000);
  afterAll(async () => {
    await channel?.close();
    await app?.stop();
  });

  describe("a conversation", () => {
    it("gets an answer with its sources", async () => {
      const customer = await newCustomer();
      await customer.say(QUESTION);
      await hears(customer, "waiver_window");
      const [shown] = (await customer.shown()).slice(-1);
      expect(shown?.text).toMatch(/출처[\s\S]*https:\/\//);
      expect(shown?.buttons.length).toBeGreaterThan(0);
    });

    it("comes to a verdict by buttons", async () => {
      const customer = await newCustomer();
      await customer.say("나도 면제 대상?");
      for (const [question, button] of [
        ["ask.line_kind", "KT 휴대폰"],
        ["ask.contract_event", "그런 적 없어요"],
        ["ask.termination", "아직 안 했어요"],
        ["ask.special_case", "해당 없어요"],
      ] as const) {
        await hears(customer, question);
        expect(await buttons(customer)).toContain(button);
        await customer.press(button);
      }
      await hears(customer, "COVERED_IF_CANCELLED.open");
    });

    it("comes to a verdict by typing, and corrects it", async () => {
      const customer = await newCustomer();
      await customer.say("위약금 면제 되나요?");
      await hears(customer, "ask.line_kind");
      await customer.say("알뜰폰이요");
      await hears(customer, "MVNO_NOT_COVERED.standing");
      await customer.say("아 아니다 후불이에요");
      await hears(customer, "repair.corrected");
      await hears(customer, "ask.contract_event");
    });

    it("changes its language and keeps what was said", async () => {
      const customer = await newCustomer();
      await customer.say("위약금 면제 되나요?");
      await hears(customer, "ask.line_kind");
      await customer.say("it's a mobile phone");
      await hears(customer, "ask.contract_event", "en");
      await customer.say("no new contract");
      await hears(customer, "ask.termination", "en");
      await customer.say("아직 안 했어요");
      await hears(customer, "ask.special_case");
    });

    it("is taken over by an agent, whose late answers come in order", async () => {
      const customer = await newCustomer();
      const agent = await app.agent("민지");
      const before = new Set((await agent.cases()).map(({ id }) => id));
      await customer.say("상담원 연결해 주세요");
      await hears(customer, "hand-off.queued");
      const mine = (await agent.cases()).find(({ id }) => !before.has(id));
      if (mine === undefined) throw new Error("no case was opened");
      await agent.act(mine.id, { kind: "claim" });
      await agent.act(mine.id, { kind: "note", text: "목소리가 불안하심" });
      for (const text of ["첫째, 확인했습니다.", "둘째, 걱정하지 마세요."]) {
        await agent.act(mine.id, { kind: "reply", text });
      }
      await expect.poll(async () => (await app.rows()).turn === (await app.rows()).arrival, PATIENCE).toBe(true);
      if (harness.push === "none") expect(await agent.undelivered(mine.id)).toEqual(["waiting", "waiting", "waiting"]);
      await looksAgain(customer);
      await hears(customer, '"둘째, 걱정하지 마세요."');
      const all = (await customer.shown()).map(({ text }) => text).join("\n");
      expect(all.indexOf("연결됐어요")).toBeGreaterThan(0);
      expect(all.indexOf("첫째, 확인")).toBeGreaterThan(all.indexOf("연결됐어요"));
      expect(all.indexOf("둘째, 걱정")).toBeGreaterThan(all.indexOf("첫째, 확인"));
      expect(all).not.toContain("불안하심");
      await expect.poll(() => agent.undelivered(mine.id), PATIENCE).toEqual([]);
      await agent.act(mine.id, { kind: "hand-back" });
      await customer.say(QUESTION);
      await hears(customer, "waiver_window");
    });
  });

  describe("what the far end does to messages", () => {
    it("takes a message that comes twice once", async () => {
      const customer = await newCustomer();
      const text = "지금 소액결제 차단하려면 어떻게 하나요?";
      await customer.sayTwice(text);
      await expect.poll(() => stored(text), PATIENCE).toBe(1);
      await customer.say(QUESTION);
      await hears(customer, "waiver_window");
      expect(await stored(text)).toBe(1);
    });

    it("takes the same words said twice as two messages", async () => {
      const customer = await newCustomer();
      await customer.say("네에에");
      await customer.shown();
      await customer.say("네에에");
      await expect.poll(() => stored("네에에"), PATIENCE).toBe(2);
    });

    it("takes messages out of order, each once", async () => {
      const customer = await newCustomer();
      await customer.sayOutOfOrder("유심 교체는 무료인가요? 첫째", "위약금 얼마인가요? 둘째");
      for (const text of ["유심 교체는 무료인가요? 첫째", "위약금 얼마인가요? 둘째"]) {
        await expect.poll(() => stored(text), PATIENCE).toBe(1);
      }
      await customer.say(QUESTION);
      await hears(customer, "waiver_window");
    });

    it("masks a resident number before it is stored", async () => {
      const customer = await newCustomer();
      await customer.say("제 번호는 900101-1234567 이에요");
      await hears(customer, "repair.masked");
      expect((await app.customerTexts()).join("\n")).not.toContain("1234567");
    });
  });

  it("breaks nothing inside", () => {
    expect(app.logged.filter(({ level }) => level === "error")).toEqual([]);
  });
}
