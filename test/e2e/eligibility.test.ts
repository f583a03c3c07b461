import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { hasChromium } from "../setup/launch-chromium.ts";
import { type Site, startSite } from "./start-site.ts";

describe.skipIf(!hasChromium())("the questions about the waived fee", () => {
  let site: Site;
  beforeAll(async () => {
    site = await startSite();
  });
  afterAll(() => site?.close());
  afterEach(() => {
    expect(site.complaints()).toEqual([]);
  });

  it("lead to a verdict by buttons alone", async () => {
    const customer = await site.openCustomer();
    await customer.say("위약금 면제 되나요?");
    for (const button of ["KT 휴대폰", "그런 적 없어요", "아직 안 했어요", "해당 없어요"]) await customer.press(button);
    const verdict = await customer.hear("위약금 면제 대상이에요");
    expect(await verdict.innerText()).toContain("2026년 1월 13일까지");
    expect(await verdict.locator("a").count()).toBeGreaterThan(0);
    const understood = await customer.hear("알려 주신 내용으로만 확인했어요");
    expect(await understood.innerText()).toContain("회선 종류: KT 휴대폰");
  });

  it("lead to the same kind of verdict by typing, and a wrong answer can be put right afterwards", async () => {
    const customer = await site.openCustomer();
    await customer.say("위약금 면제 되나요?");
    await customer.hear("어떤 종류인가요?");
    await customer.say("그냥 휴대폰이요");
    await customer.hear("약정을 다시 맺으신 적이 있나요?");
    await customer.say("아뇨 없어요");
    await customer.hear("옮긴 날은 언제인가요?");
    await customer.say("2026년 1월 5일에 해지했어요");
    await customer.hear("해당하는 것이 있나요?");
    await customer.say("해당 없어요");
    await customer.hear("해지하거나 옮긴 날: 2026년 1월 5일");
    await customer.buttons.first().waitFor();

    await customer.say("아니 알뜰폰이에요");
    await customer.hear("알려 주신 대로 고쳤어요. 회선 종류: 알뜰폰");
    const verdict = await customer.hear("알뜰폰 회선은 KT의 위약금 면제 대상이 아니에요");
    expect(await verdict.locator("a").count()).toBeGreaterThan(0);
  });
});
