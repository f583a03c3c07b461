import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Site, startSite } from "./start-site.ts";

describe("passing a case on", () => {
  let site: Site;
  beforeAll(async () => {
    site = await startSite();
  });
  afterAll(() => site?.close());

  it("goes by keyboard to a colleague who is there, and a lead takes it over on a phone", async () => {
    const customer = await site.openCustomer();
    const kim = await site.openAgent("김상담");
    const lee = await site.openAgent("이상담");
    const lead = await site.openLead("박팀장", { width: 390, height: 800 });
    await customer.say("상담원 연결");
    await customer.hear("상담 시간이 아니에요");
    await kim.openWaiting();
    await kim.button("맡기").click();

    await kim.button("다른 사람에게 넘기기…").press("Enter");
    const to = kim.page.locator("#transfer-to");
    await to.waitFor();
    expect(await to.locator("option").allInnerTexts()).toEqual(
      expect.arrayContaining(["이상담 (지금 접속 중)", "박팀장 (지금 접속 중)", "대기 순서로 되돌리기"]),
    );
    await to.selectOption({ label: "이상담 (지금 접속 중)" });
    await kim.page.locator("#transfer-yes").press("Enter");
    await customer.hear("상담원 이상담님이 이어서 맡아요");
    await lee.page.locator("#list section", { hasText: "내가 맡음 1" }).locator("button.row").click();
    await lee.send("이어서 도와드릴게요.");
    await customer.hear("이어서 도와드릴게요.");

    await lead.page.locator("button.row.claimed").click();
    await lead.button("이어받기").press("Enter");
    await customer.hear("상담원 박팀장님이 이어서 맡아요");
    await lee.page.locator("#list section", { hasText: "다른 상담원이 맡음 1" }).waitFor();
    expect(await lee.page.locator("#case").getByRole("button", { name: "이어받기" }).count()).toBe(0);
    expect(await lead.page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    expect(site.complaints()).toEqual([]);
  });

  it("lets a customer choose a time for a call back at night, and staff see it", async () => {
    const customer = await site.openCustomer({ width: 390, height: 800 });
    const kim = await site.openAgent("김상담");
    await customer.say("상담원 연결");
    await customer.press("1월 12일 월요일 오후 1시~오후 6시");
    await customer.hear("연락받고 싶다고 상담원에게 전했어요");
    await kim.openWaiting();
    await kim.page.locator("#case .mark", { hasText: "연락 요청 1월 12일" }).waitFor();
    await kim.talk.getByText("고객이 연락받을 시간을 골랐어요").waitFor();
    expect(site.complaints()).toEqual([]);
  });
});
