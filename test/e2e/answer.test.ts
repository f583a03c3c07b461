import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { hasChromium } from "../setup/launch-chromium.ts";
import { type Site, startSite } from "./start-site.ts";

const TOPICS = 6;

describe.skipIf(!hasChromium())("a question on the customer page", () => {
  let site: Site;
  beforeAll(async () => {
    site = await startSite();
  });
  afterAll(() => site?.close());
  afterEach(() => {
    expect(site.complaints()).toEqual([]);
  });

  it("is invited by one greeting that says who speaks, and by six topics", async () => {
    const customer = await site.openCustomer();
    expect(await customer.buttons.count()).toBe(TOPICS);
    const [greeting, ...more] = await customer.transcript();
    expect(more).toEqual([]);
    expect(greeting?.text).toContain("자동 안내 도우미예요. 사람이 아니라 프로그램이 답해요.");
    expect(greeting?.text).toContain("사람과 이야기하고 싶으시면");
    expect(await customer.page.locator(".notice").innerText()).toBe("사람이 아닌 자동 안내 도우미예요.");
    expect(await customer.page.locator("#person").innerText()).toBe("상담원과 이야기하기");
  });

  it("is answered in Korean, dated, with its sources as links", async () => {
    const customer = await site.openCustomer();
    await customer.say("위약금 면제 기간이 언제까지예요?");
    const answer = await customer.hearAnswer();
    expect(await answer.innerText()).toContain("2026년 1월 13일");
    const links = await answer.locator("a").all();
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) {
      expect(await link.isVisible()).toBe(true);
      expect(await link.innerText()).toMatch(/, 20\d\d년 \d{1,2}월 \d{1,2}일$/);
      expect(await link.getAttribute("href")).toMatch(/^https:\/\//);
      expect(await link.getAttribute("target")).toBe("_blank");
      expect(await link.getAttribute("rel")).toContain("noopener");
    }
  });

  it("can be asked by pressing a topic", async () => {
    const customer = await site.openCustomer();
    const topic = await customer.buttons.first().innerText();
    await customer.press(topic);
    await customer.hearAnswer();
    const [, question, answer] = await customer.transcript();
    expect(question).toEqual({ from: "customer", text: topic });
    expect(answer?.from).toBe("bot");
  });

  it("stays on the page when it is loaded again, and is not greeted twice", async () => {
    const customer = await site.openCustomer();
    await customer.say("위약금 면제 기간이 언제까지예요?");
    await customer.hearAnswer();
    const before = await customer.transcript();
    await customer.page.reload();
    await customer.hearAnswer();
    await expect.poll(() => customer.transcript()).toEqual(before);
    await customer.say("언제까지 신청해요?");
    await customer.hearAnswer(2);
    expect((await customer.transcript()).slice(0, before.length)).toEqual(before);
  });

  it("begins a new talk only after asking", async () => {
    const customer = await site.openCustomer();
    await customer.say("위약금 면제 기간이 언제까지예요?");
    await customer.hearAnswer();
    await customer.page.click("#anew");
    await customer.page.click("#anew-no");
    await customer.hearAnswer();
    await customer.page.click("#anew");
    await customer.page.click("#anew-yes");
    await expect.poll(async () => (await customer.transcript()).length, { timeout: 20_000 }).toBe(1);
    expect(await customer.buttons.count()).toBe(TOPICS);
  });
});
