import axe from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { hasChromium } from "../setup/launch-chromium.ts";
import { reviewPage } from "./review-page.ts";
import { type Site, startSite, type View } from "./start-site.ts";

const VIEWS: readonly (readonly [string, View])[] = [
  ["a desk", { width: 1280, height: 800 }],
  ["a phone", { width: 320, height: 640 }],
];

interface Finding {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** Findings of every weight. What is Web Chat's own is scanned with the rest: it has none that would need an exception. */
const scan = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(`${axe.source};0`);
  const findings = await page.evaluate<readonly Finding[]>(
    `axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }).then((found) => found.violations)`,
  );
  return findings.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ""}`),
  );
};

describe.skipIf(!hasChromium())("what axe finds", () => {
  let site: Site;
  beforeAll(async () => {
    site = await startSite();
  });
  afterAll(() => site?.close());
  afterEach(() => {
    expect(site.complaints()).toEqual([]);
  });

  it.each(VIEWS)("is nothing on the customer page on the screen of %s", async (_, view) => {
    const customer = await site.openCustomer(view);
    expect(await scan(customer.page), "greeting").toEqual([]);
    await customer.say("위약금 면제 되나요?");
    await customer.hear("어떤 종류인가요?");
    await customer.buttons.first().waitFor();
    expect(await scan(customer.page), "answer, question and buttons").toEqual([]);
    await customer.page.click("#anew");
    expect(await scan(customer.page), "dialog").toEqual([]);
  });

  it.each(VIEWS)("is nothing on the desk page on the screen of %s", async (_, view) => {
    const desk = await site.openDesk(view);
    await desk.page.locator("#login-form").waitFor();
    expect(await scan(desk.page), "log-in").toEqual([]);
    const customer = await site.openCustomer();
    await customer.page.click("#person");
    const minji = await site.openAgent("민지", view);
    expect(await scan(minji.page), "list").toEqual([]);
    await minji.openWaiting();
    await minji.button("맡기").click();
    await customer.hear("상담원 민지님이 연결됐어요");
    await minji.note("확인 중이에요");
    await minji.send("안녕하세요, 읽고 있어요.");
    await customer.hear("안녕하세요, 읽고 있어요.");
    await minji.talk.getByText("안녕하세요, 읽고 있어요.").waitFor();
    expect(await scan(minji.page), "case").toEqual([]);
    expect(await scan(customer.page), "an agent's words").toEqual([]);
    await minji.composer.fill("하나 더");
    await minji.button("고객에게 보내기…").click();
    expect(await scan(minji.page), "preview").toEqual([]);
    await minji.page.click("#send-no");
    await minji.button("상담 끝내기…").click();
    expect(await scan(minji.page), "closing").toEqual([]);
    await minji.page.click("#close-yes");
    await customer.hear("상담이 끝났어요");
  });

  it.each(VIEWS)("is nothing on the list of sentences to review on the screen of %s", async (_, view) => {
    const customer = await site.openCustomer();
    await customer.say(`하늘이 참 파랗네 ${view.width}`);
    await customer.say(`바다도 파랗다 ${view.width}`);
    await customer.buttons.filter({ hasText: "상담원 연결" }).waitFor();
    const { page, ...minji } = await site.openAgent("민지", view);
    const review = reviewPage(page);
    await review.open();
    await review.sentence(`하늘이 참 파랗네 ${view.width}`).waitFor();
    expect(await scan(page), "list").toEqual([]);
    await review.sentence(`바다도 파랗다 ${view.width}`).getByRole("button", { name: "다른 뜻 찾기…" }).click();
    await review.search.fill("위약금");
    expect(await scan(page), "every meaning").toEqual([]);
    await review.dialog.getByRole("button", { name: "위약금 면제 기간" }).click();
    await minji.toast.getByText("고른 뜻").waitFor();
    await page.locator("#review-labelled-title").click();
    await review.labelled(`바다도 파랗다 ${view.width}`).waitFor();
    expect(await scan(page), "labelled").toEqual([]);
    await page.click("#language");
    expect(await scan(page), "English").toEqual([]);
  });

  it.each(VIEWS)("is nothing on the leads' switches on the screen of %s", async (_, view) => {
    const { page } = await site.openLead("박팀장", view);
    await page.locator("#view-switches").click();
    await page.locator("#switch-found .switch").first().waitFor();
    expect(await scan(page), "list").toEqual([]);
    await page.locator("#switch-found").getByRole("button").first().click();
    expect(await scan(page), "dialog").toEqual([]);
    await page.locator("#switch-no").click();
    await page.context().close();
  });
});
