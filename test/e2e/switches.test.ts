import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { hasChromium } from "../setup/launch-chromium.ts";
import { type Site, startSite } from "./start-site.ts";

const PATIENCE = { timeout: 20_000 };

describe.skipIf(!hasChromium())("switches", () => {
  let site: Site;
  beforeAll(async () => {
    site = await startSite();
  });
  afterAll(() => site?.close());
  afterEach(() => {
    expect(site.complaints()).toEqual([]);
  });

  it("are turned by a lead on a phone, hold an answer back from the next message on, and are seen by agents", async () => {
    const { page } = await site.openLead("박팀장", { width: 390, height: 800 });
    await page.locator("#view-switches").click();
    await page.locator("#switch-search").fill("위약금 면제 기간");
    const found = page.locator('#switch-found [data-switch="answer:kt-2025/waiver_window"]');
    await found.getByRole("button", { name: "끄기…" }).click();
    await page.locator("#switch-yes").click();
    // Without a reason nothing is turned.
    expect(await page.locator("#switch-dialog").isVisible()).toBe(true);
    await page.locator("#switch-reason").fill("날짜를 다시 확인해요");
    await page.locator("#switch-yes").click();
    const off = page.locator("#switches-off .switch");
    await off.getByText("날짜를 다시 확인해요").waitFor();
    expect(await page.locator("#view-switches").innerText()).toBe("켜고 끄기 (꺼진 것 1)");
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);

    const customer = await site.openCustomer();
    await customer.say("위약금 면제 기간이 언제까지예요?");
    await customer.hear("다시 확인하고 있어서");

    const agent = await site.openAgent("민지");
    await agent.page.locator("#view-switches").click();
    await agent.page.locator("#switches-off").getByText("박팀장").waitFor();
    expect(await agent.page.locator("#switches button:visible").count()).toBe(0);

    await off.getByRole("button", { name: "다시 켜기…" }).click();
    await page.locator("#switch-reason").fill("확인했어요");
    await page.locator("#switch-yes").click();
    await expect.poll(() => off.count(), PATIENCE).toBe(0);
    await page.locator("#switches-log-title").click();
    await page.locator("#switches-log").getByText("확인했어요").waitFor();
    await customer.say("위약금 면제 기간이 언제까지예요?");
    await customer.hearAnswer();
  });
});
