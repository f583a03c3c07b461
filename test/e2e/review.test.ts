import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { hasChromium } from "../setup/launch-chromium.ts";
import { reviewPage } from "./review-page.ts";
import { type Site, startSite } from "./start-site.ts";
import { isFocused, tabTo } from "./tab-to.ts";

const PATIENCE = { timeout: 20_000 };

describe.skipIf(!hasChromium())("sentences to review", () => {
  let site: Site;
  beforeAll(async () => {
    site = await startSite();
  });
  afterAll(() => site?.close());
  afterEach(() => {
    expect(site.complaints()).toEqual([]);
  });

  /** Customers who each say one thing that is not understood. */
  const notUnderstood = async (...texts: readonly string[]): Promise<void> => {
    for (const text of texts) {
      const customer = await site.openCustomer();
      await customer.say(text);
      await customer.hear(text.slice(0, 5));
      const heard = (await customer.transcript()).findIndex((spoken) => spoken.from === "customer");
      await expect.poll(async () => (await customer.transcript())[heard + 1]?.from, PATIENCE).toBe("bot");
      await customer.page.context().close();
    }
  };

  it("are masked and counted, get their meaning with one press, and can be taken back", async () => {
    await notUnderstood("하늘이 참 파랗네 010-1234-5678", "하늘이 참 파랗네, 010-9999-8888", "바다도 파랗다");
    const { page, ...desk } = await site.openAgent("민지");
    const review = reviewPage(page);
    await review.open();
    expect(await review.tab.getAttribute("aria-current")).toBe("page");
    await expect.poll(() => review.tab.innerText(), PATIENCE).toBe("검토할 문장 2");
    const sky = review.sentence("하늘이 참 파랗네 [전화번호 가림]");
    await sky.getByText("KO · 2회 · 1월 10일").waitFor();
    expect(await page.content()).not.toContain("1234");

    const guess = sky.locator(".choices button").first();
    const meaning = (await guess.innerText()).split(" · ")[0] ?? "";
    await guess.click();
    await desk.toast.getByText(`고른 뜻: ${meaning}`).waitFor();
    await expect.poll(() => sky.count(), PATIENCE).toBe(0);
    await expect.poll(() => review.tab.innerText(), PATIENCE).toBe("검토할 문장 1");
    const next = review.sentence("바다도 파랗다").locator("button").first();
    await expect.poll(() => isFocused(next), PATIENCE).toBe(true);

    await page.locator("#review-labelled-title").click();
    const done = review.labelled("하늘이 참 파랗네");
    await done.getByText(`${meaning} · 민지`).waitFor();
    await done.getByRole("button", { name: "되돌리기" }).click();
    await sky.waitFor();

    await page.locator("#view-cases").click();
    await page.locator("#list").waitFor();
    expect(await page.locator("#review").isVisible()).toBe(false);
  });

  it("are done with the keyboard alone, through the list of every meaning", async () => {
    await notUnderstood("산은 무슨 색인가");
    const { page, ...desk } = await site.openAgent("민지");
    const review = reviewPage(page);
    await tabTo(page, review.tab);
    await page.keyboard.press("Enter");
    const other = review.sentence("산은 무슨 색인가").getByRole("button", { name: "다른 뜻 찾기…" });
    await tabTo(page, other);
    await page.keyboard.press("Enter");
    await review.dialog.getByText("산은 무슨 색인가").waitFor();
    expect(await isFocused(review.search)).toBe(true);
    await page.keyboard.type("dates");
    await review.dialog.getByText("1가지 가운데 골라 주세요.").waitFor();
    const only = review.dialog.getByRole("button", { name: "위약금 면제 기간" });
    await tabTo(page, only);
    await page.keyboard.press("Escape");
    await expect.poll(() => isFocused(other), PATIENCE).toBe(true);
    await page.keyboard.press("Enter");
    await page.keyboard.type("면제기간");
    await page.keyboard.press("Enter");
    await desk.toast.getByText("고른 뜻: 위약금 면제 기간").waitFor();
    await expect.poll(() => review.sentence("산은 무슨 색인가").count(), PATIENCE).toBe(0);
  });

  it("are set aside by one agent, and the other hears of it", async () => {
    await notUnderstood("강은 어디로 흐르나");
    const [minji, hyunwoo] = [await site.openAgent("민지"), await site.openAgent("현우")];
    const [hers, his] = [reviewPage(minji.page), reviewPage(hyunwoo.page)];
    await hers.open();
    await his.open();
    const late = his.sentence("강은 어디로 흐르나").getByRole("button", { name: "버리기" });
    await late.waitFor();
    await hers.sentence("강은 어디로 흐르나").getByRole("button", { name: "버리기" }).click();
    await minji.toast.getByText("이 문장을 버렸어요").waitFor();
    await late.click();
    await hyunwoo.toast.getByText("다른 상담원이 이미 처리한 문장이에요.").waitFor();
    await expect.poll(() => his.sentence("강은 어디로 흐르나").count(), PATIENCE).toBe(0);
    // The refused request is no fault of the page.
    expect(site.complaints().filter((complaint) => !complaint.includes("409"))).toEqual([]);
  });

  it("are in English when the desk is", async () => {
    await notUnderstood("들판은 얼마나 넓은가");
    const { page } = await site.openAgent("민지");
    const review = reviewPage(page);
    await review.open();
    await page.click("#language");
    await page.getByRole("heading", { name: "Sentences to review" }).waitFor();
    const field = review.sentence("들판은 얼마나 넓은가");
    await field.getByText("KO · said 1× · 10 January").waitFor();
    await field.getByRole("button", { name: "Another meaning…" }).click();
    await review.dialog.getByRole("button", { name: "Waiver dates" }).waitFor();
    await page.click("#label-no");
    await field.getByRole("button", { name: "Not useful" }).click();
    await expect.poll(() => field.count(), PATIENCE).toBe(0);
  });
});
