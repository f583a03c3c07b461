import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { hasChromium } from "../setup/launch-chromium.ts";
import { type Site, startSite } from "./start-site.ts";

/** A page looks for switches every twenty seconds. */
const PATIENCE = { timeout: 40_000 };

describe.skipIf(!hasChromium())("approved replies on the desk page", () => {
  let site: Site;
  beforeAll(async () => {
    site = await startSite();
  });
  afterAll(() => site?.close());
  afterEach(() => {
    expect(site.complaints()).toEqual([]);
  });

  it("are chosen, filled in, seen once more and sent; with a blank left they stay with the agent", async () => {
    const customer = await site.openCustomer();
    await customer.say("소액결제 당한 돈 돌려받을 수 있어요?");
    await customer.hearAnswer();
    await customer.say("상담원 연결해 주세요");
    await customer.hear("상담원");
    const { page, ...desk } = await site.openAgent("민지");
    await page.locator("#list button.row").first().click();
    expect(await page.locator("#approved").count()).toBe(0);
    await desk.button("맡기").click();
    const choice = page.locator("#approved");
    await choice.waitFor();
    expect(await choice.locator("optgroup").first().getAttribute("label")).toBe("이 상담에 맞는 답변");
    const { page: ofLead } = await site.openLead("박팀장");
    const turn = async (reason: string, button: string) => {
      await ofLead.locator("#view-switches").click();
      await ofLead.locator("#switch-search").fill("mp_refund");
      await ofLead.locator('[data-switch="answer:kt-2025/mp_refund"]').getByRole("button", { name: button }).click();
      await ofLead.locator("#switch-reason").fill(reason);
      await ofLead.locator("#switch-yes").click();
    };
    const isOffered = () => choice.locator('option[value="suspicious-charge"]').isEnabled();
    await turn("다시 확인해요", "끄기…");
    await expect.poll(isOffered, PATIENCE).toBe(false);
    await turn("확인했어요", "다시 켜기…");
    // Who looks at the switches sees at once; the case behind them is looked at anew.
    await page.locator("#view-switches").click();
    await page.locator("#view-cases").click();
    await expect.poll(isOffered, PATIENCE).toBe(true);
    await choice.selectOption("suspicious-charge");
    const box = page.locator("#compose");
    expect(await box.inputValue()).toContain("〔결제한 날과 곳〕");

    await page.locator("#reply").click();
    await page.locator("#send-yes").click();
    await desk.toast.getByText("빈칸을 채운 다음에").waitFor();
    await expect.poll(() => box.inputValue(), PATIENCE).toContain("〔결제한 날과 곳〕");

    await box.fill((await box.inputValue()).replace("〔결제한 날과 곳〕", "어제 편의점"));
    await page.locator("#reply").click();
    expect(await page.locator("#send-text").innerText()).toContain("어제 편의점");
    await page.locator("#send-yes").click();
    await customer.hear("말씀하신 어제 편의점 결제를");
  });
});
