import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { hasChromium } from "../setup/launch-chromium.ts";
import type { CustomerPage } from "./customer-page.ts";
import { type Site, startSite } from "./start-site.ts";
import { isFocused, tabTo } from "./tab-to.ts";

const PATIENCE = { timeout: 20_000 };

describe.skipIf(!hasChromium())("with the keyboard alone", () => {
  let site: Site;
  beforeAll(async () => {
    site = await startSite();
  });
  afterAll(() => site?.close());
  afterEach(() => {
    expect(site.complaints()).toEqual([]);
  });

  const type = async ({ page, box }: CustomerPage, text: string): Promise<void> => {
    await tabTo(page, box);
    await page.keyboard.type(text);
    await page.keyboard.press("Enter");
  };

  /** From the box back to the replies, along them with the arrow keys, and Enter. */
  const choose = async ({ page, box, buttons }: CustomerPage, reply: string): Promise<void> => {
    const wanted = buttons.filter({ hasText: reply });
    await wanted.waitFor();
    await tabTo(page, box);
    await tabTo(page, buttons.first(), "Shift+Tab");
    for (let steps = await buttons.count(); steps > 0 && !(await isFocused(wanted)); steps -= 1) {
      await page.keyboard.press("ArrowRight");
    }
    expect(await isFocused(wanted)).toBe(true);
    await page.keyboard.press("Enter");
  };

  it("a customer answers the questions about the fee and is never lost", async () => {
    const customer = await site.openCustomer();
    await type(customer, "위약금 면제 되나요?");
    for (const reply of ["KT 휴대폰", "그런 적 없어요", "아직 안 했어요", "해당 없어요"]) {
      await choose(customer, reply);
      await expect.poll(() => isFocused(customer.box), PATIENCE).toBe(true);
    }
    const verdict = await customer.hear("위약금 면제 대상이에요");
    expect(await verdict.locator("a").count()).toBeGreaterThan(0);
  });

  it("a customer gets to the source of an answer", async () => {
    const customer = await site.openCustomer();
    await type(customer, "위약금 면제 기간이 언제까지예요?");
    const answer = await customer.hearAnswer();
    await tabTo(customer.page, customer.page.getByRole("group", { name: "대화 내용" }), "Shift+Tab");
    await customer.page.keyboard.press("Enter");
    await tabTo(customer.page, answer.locator("a").first());
    await customer.page.keyboard.press("Escape");
    await tabTo(customer.page, customer.box);
  });

  it("a customer asks for a person, and an agent claims the case and writes", async () => {
    const customer = await site.openCustomer();
    const desk = await site.openDesk();
    await tabTo(desk.page, desk.page.locator("#login-name"));
    await desk.page.keyboard.type("민지");
    await tabTo(desk.page, desk.page.locator("#login-password"));
    await desk.page.keyboard.type("desk-password-1");
    await desk.page.keyboard.press("Enter");

    await tabTo(customer.page, customer.page.locator("#person"));
    await customer.page.keyboard.press("Enter");
    await tabTo(desk.page, desk.waiting);
    await desk.page.keyboard.press("Enter");
    await tabTo(desk.page, desk.button("맡기"));
    await desk.page.keyboard.press("Enter");
    await customer.hear("상담원 민지님이 연결됐어요");
    await tabTo(desk.page, desk.composer);
    await desk.page.keyboard.type("안녕하세요, 읽고 있어요.");
    await tabTo(desk.page, desk.button("고객에게 보내기…"));
    await desk.page.keyboard.press("Enter");
    await tabTo(desk.page, desk.page.locator("#send-yes"));
    await desk.page.keyboard.press("Enter");
    await customer.hear("안녕하세요, 읽고 있어요.");
    await tabTo(desk.page, desk.button("상담 끝내기…"), "Shift+Tab");
    await desk.page.keyboard.press("Enter");
    await tabTo(desk.page, desk.page.locator("#close-yes"));
    await desk.page.keyboard.press("Enter");
    await customer.hear("상담이 끝났어요");
  });

  it("the question before a new talk can be left with Escape", async () => {
    const customer = await site.openCustomer();
    await tabTo(customer.page, customer.page.locator("#anew"));
    await customer.page.keyboard.press("Enter");
    await customer.page.locator("#anew-dialog").waitFor();
    await customer.page.keyboard.press("Escape");
    await customer.page.locator("#anew-dialog").waitFor({ state: "hidden" });
    expect(await isFocused(customer.page.locator("#anew"))).toBe(true);
  });
});
