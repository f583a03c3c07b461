import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PASSWORD, startDeskWithChannel } from "../desk/start-desk-with-channel.ts";
import { hasChromium, launchChromium } from "../setup/launch-chromium.ts";
import { deskPage } from "./desk-page.ts";
import { watchPage } from "./watch-page.ts";

const PATIENCE = { timeout: 20_000 };
/** Set to a folder to look at the pages. */
const { PICTURES } = process.env;

describe.skipIf(!hasChromium())("words that did not reach the customer", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  it.each([1280, 390])("are marked, counted, and sent again after a second look, at a width of %i", async (width) => {
    const site = await startDeskWithChannel("free");
    const complaints: string[] = [];
    const context = await browser.newContext({ locale: "ko-KR", viewport: { width, height: 800 } });
    const page = await context.newPage();
    watchPage(page, (complaint) => complaints.push(complaint));
    const working = setInterval(() => void site.work(), 50);
    try {
      await page.goto(`${site.url}/desk`);
      const desk = deskPage(page);
      await desk.login("민지", PASSWORD);
      await site.say("contact_agent", "k-1");
      await desk.openWaiting();
      await desk.button("맡기").click();
      await desk.button("봇에게 돌려주기").waitFor();
      site.endings.push({ kind: "unknown" });
      await desk.send("유심은 가까운 매장에서 무료로 바꿔 드려요.");
      await desk.talk.getByText("전달됐는지 확인되지 않았어요").waitFor();
      site.endings.push({ kind: "parked", why: "status 403" });
      await desk.send("예약은 필요하지 않아요.");
      const parked = desk.talk.getByText("전달되지 않았어요: 고객의 메신저가 받지 않았어요 (status 403)");
      await parked.waitFor();
      expect(await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).toBe(true);
      if (PICTURES !== undefined) await page.screenshot({ path: join(PICTURES, `undelivered-${width}.png`) });

      const first = desk.talk.locator(".speech.agent").first();
      await first.getByRole("button", { name: "다시 보내기…" }).click();
      expect(await page.locator("#again-dialog").innerText()).toContain("두 번 보여요");
      if (PICTURES !== undefined) await page.screenshot({ path: join(PICTURES, `again-${width}.png`) });
      await page.click("#again-no");
      expect(site.sent.filter((words) => words.startsWith("유심은"))).toHaveLength(1);
      await first.getByRole("button", { name: "다시 보내기…" }).click();
      await page.click("#again-yes");
      await expect.poll(() => first.locator(".undelivered").count(), PATIENCE).toBe(0);
      expect(site.sent.filter((words) => words.startsWith("유심은"))).toHaveLength(2);
      await desk.talk.getByText("민지 님이 한 번 더 보냈어요").waitFor();

      if (width < 1000) await desk.button("목록으로").click();
      await page.locator("#undelivered").getByText("전달 못 함 1").waitFor();
      if (PICTURES !== undefined) await page.screenshot({ path: join(PICTURES, `list-${width}.png`) });
      expect(complaints).toEqual([]);
    } finally {
      clearInterval(working);
      await context.close();
      await site.close();
    }
  });
});
