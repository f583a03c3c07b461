import type { Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { hasChromium } from "../setup/launch-chromium.ts";
import { reviewPage } from "./review-page.ts";
import { type Site, startSite } from "./start-site.ts";

const NARROW = { width: 320, height: 568 };
/** WCAG 2.2 asks for 24; fingers of the customers that we have in mind want more. */
const FINGER = 40;

/** Four lines. */
const READABLE = 116;

const READ_ALOUD_ONLY = ".webchat__live-region-transcript";

/** Things that stick out of the page, or that can be scrolled sideways. */
const wideThings = (page: Page): Promise<readonly string[]> =>
  page.evaluate(`[...document.querySelectorAll("body, body *")]
    .filter((element) => element.checkVisibility() && !element.closest("${READ_ALOUD_ONLY}"))
    .filter((element) => {
      const box = element.getBoundingClientRect();
      const scrolls = ["auto", "scroll"].includes(getComputedStyle(element).overflowX);
      return box.width > 1 && (box.right > innerWidth + 1 || (scrolls && element.scrollWidth > element.clientWidth + 1));
    })
    .map((element) => element.tagName + "." + element.className)`);

describe.skipIf(!hasChromium())("on a screen of 320 pixels", () => {
  let site: Site;
  beforeAll(async () => {
    site = await startSite();
  });
  afterAll(() => site?.close());
  afterEach(() => {
    expect(site.complaints()).toEqual([]);
  });

  const expectUsable = async (thing: Locator): Promise<void> => {
    const box = await thing.boundingBox();
    expect(box, `${thing} is not to be seen`).not.toBeNull();
    if (box === null) return;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(NARROW.width);
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.y + box.height).toBeLessThanOrEqual(NARROW.height);
    expect(box.height).toBeGreaterThanOrEqual(FINGER);
  };

  it("a customer reads, presses and sends without scrolling sideways", async () => {
    const { page, ...customer } = await site.openCustomer(NARROW);
    const writing = page.locator(".webchat__send-box__main");
    const send = page.locator(".webchat__send-button");
    expect(await wideThings(page)).toEqual([]);
    await expectUsable(writing);
    for (const topic of await customer.buttons.all()) await expectUsable(topic);
    // Until the page is connected, a line says so above the buttons.
    await expect
      .poll(async () => (await page.locator(".webchat__basic-transcript").boundingBox())?.height, {
        message: "the greeting can be read",
      })
      .toBeGreaterThan(READABLE);
    await customer.box.fill("위약금 면제 되나요?");
    await expectUsable(send);
    await send.click();
    await customer.hear("어떤 종류인가요?");
    await customer.buttons.first().waitFor();
    expect(await wideThings(page)).toEqual([]);
    for (const usable of [writing, send, page.locator("#person"), page.locator("#anew"), customer.buttons.first()]) {
      await expectUsable(usable);
    }
    await customer.press("다른 통신사");
    await customer.hearAnswer(2);
    expect(await wideThings(page)).toEqual([]);
    await page.click("#anew");
    expect(await wideThings(page)).toEqual([]);
    await expectUsable(page.locator("#anew-yes"));
    await page.click("#anew-no");
  });

  it("an agent claims and writes without scrolling sideways", async () => {
    const customer = await site.openCustomer(NARROW);
    const { page, ...desk } = await site.openAgent("민지", NARROW);
    expect(await wideThings(page)).toEqual([]);
    await customer.page.click("#person");
    await desk.openWaiting();
    expect(await wideThings(page)).toEqual([]);
    await expectUsable(desk.button("맡기"));
    await desk.button("맡기").click();
    await customer.hear("상담원 민지님이 연결됐어요");
    await expectUsable(desk.composer);
    await expectUsable(desk.button("고객에게 보내기…"));
    await desk.composer.fill("안녕하세요, 읽고 있어요.");
    await desk.button("고객에게 보내기…").click();
    expect(await wideThings(page)).toEqual([]);
    await expectUsable(page.locator("#send-yes"));
    await page.click("#send-yes");
    await customer.hear("안녕하세요, 읽고 있어요.");
    expect(await wideThings(customer.page)).toEqual([]);
    await desk.button("목록으로").click();
    await page.locator("#list").waitFor();
  });

  it("an agent gives a sentence its meaning without scrolling sideways", async () => {
    const customer = await site.openCustomer(NARROW);
    await customer.say("하늘이 참 파랗네");
    await customer.hear("하늘이 참 파랗네");
    await customer.say("구름은 무슨 맛일까");
    await customer.buttons.filter({ hasText: "상담원 연결" }).waitFor();
    const { page } = await site.openAgent("민지", NARROW);
    await expectUsable(page.locator("#view-review"));
    const review = reviewPage(page);
    await review.open();
    const sentence = review.sentence("구름은 무슨 맛일까");
    await sentence.waitFor();
    expect(await wideThings(page)).toEqual([]);
    for (const button of await sentence.locator("button").all()) {
      await button.scrollIntoViewIfNeeded();
      await expectUsable(button);
    }
    await sentence.getByRole("button", { name: "다른 뜻 찾기…" }).click();
    expect(await wideThings(page)).toEqual([]);
    await expectUsable(review.search);
    await expectUsable(page.locator("#label-no"));
    await review.search.fill("위약금 면제 기간");
    await expectUsable(review.dialog.getByRole("button", { name: "위약금 면제 기간" }));
    await review.search.press("Enter");
    await expect.poll(() => sentence.count()).toBe(0);
  });
});
