import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { hasChromium } from "../setup/launch-chromium.ts";
import type { DeskPage } from "./desk-page.ts";
import { type Site, startSite } from "./start-site.ts";

const QUESTION = "위약금 면제 기간이 언제까지예요?";
const RESIDENT_NUMBER = "900101-1234567";
const PATIENCE = { timeout: 20_000 };

describe.skipIf(!hasChromium())("a person at the desk", () => {
  let site: Site;
  let minji: DeskPage;
  beforeAll(async () => {
    site = await startSite();
    minji = await site.openAgent("민지");
  });
  afterAll(() => site?.close());
  afterEach(() => {
    expect(site.complaints()).toEqual([]);
  });

  it("takes over, writes notes that stay inside, talks with the customer, and hands back", async () => {
    const customer = await site.openCustomer();
    await customer.say(QUESTION);
    await customer.hearAnswer();
    await customer.page.click("#person");
    await customer.hear("상담 시간은 평일 오전 9시부터");

    await expect.poll(() => minji.page.title()).toBe("(1) 안심 상담 창");
    await minji.openWaiting();
    await minji.talk.getByText(QUESTION).waitFor();
    expect(await minji.button("고객에게 보내기…").isDisabled()).toBe(true);
    await minji.button("맡기").click();
    await customer.hear("상담원 민지님이 연결됐어요");

    await minji.note("목소리가 많이 불안하심");
    await minji.talk.getByText("목소리가 많이 불안하심").waitFor();
    const preview = await minji.send("안녕하세요, 어떤 점이 걱정되세요?");
    expect(preview).toContain("상담원 민지");
    expect(preview).toContain("안녕하세요, 어떤 점이 걱정되세요?");
    await customer.hear("안녕하세요, 어떤 점이 걱정되세요?");
    await customer.page.getByText("상담원 민지", { exact: true }).waitFor();

    const before = await customer.transcript();
    await customer.say(QUESTION);
    await minji.talk.getByText(QUESTION).nth(1).waitFor();
    await minji.send("네, 제가 확인해 볼게요.");
    await customer.hear("네, 제가 확인해 볼게요.");
    expect((await customer.transcript()).slice(before.length), "the bot is silent").toEqual([
      { from: "customer", text: QUESTION },
      { from: "agent", text: "네, 제가 확인해 볼게요." },
    ]);

    await minji.button("봇에게 돌려주기").click();
    await customer.hear("이제 자동 안내가 다시 답해요");
    await customer.say(QUESTION);
    await customer.hearAnswer(2);
    expect(await customer.page.content(), "a note never reaches the customer").not.toContain("불안하심");
  });

  it("is one person: who claims second is told who was first", async () => {
    const doyun = await site.openAgent("도윤");
    const customer = await site.openCustomer();
    await customer.say("상담원 연결해 주세요");
    await minji.openWaiting();
    await doyun.openWaiting();
    const release = await doyun.holdNews();
    await minji.button("맡기").click();
    await customer.hear("상담원 민지님이 연결됐어요");

    await doyun.button("맡기").click();
    release();
    await doyun.toast.getByText("민지 님이 먼저 맡았어요.").waitFor();
    await doyun.button("맡기").waitFor({ state: "detached" });
    expect(await doyun.button("고객에게 보내기…").isDisabled()).toBe(true);
    await doyun.note("저도 이 고객과 통화했어요");
    await minji.talk.getByText("저도 이 고객과 통화했어요").waitFor();
    expect((await customer.transcript()).filter(({ text }) => text.includes("연결됐어요"))).toHaveLength(1);

    await minji.close("답변함");
    await customer.hear("상담이 끝났어요");
    await minji.talk.getByText("민지 님이 상담을 끝냈어요 · 답변함").waitFor();
    await expect.poll(() => minji.composer.isVisible(), PATIENCE).toBe(false);
    await customer.say(QUESTION);
    await customer.hearAnswer();
  });

  it("can write on while a note is being saved", async () => {
    const customer = await site.openCustomer();
    await customer.page.click("#person");
    await minji.openWaiting();
    const release = await minji.holdActs();
    await minji.note("첫 메모");
    await minji.composer.fill("두 번째 메모를 적는 중");
    release();
    await minji.talk.getByText("첫 메모").waitFor();
    expect(await minji.composer.inputValue()).toBe("두 번째 메모를 적는 중");
    await minji.note("두 번째 메모");
    await minji.talk.getByText("두 번째 메모", { exact: true }).waitFor();
    await expect.poll(() => minji.composer.inputValue(), PATIENCE).toBe("");
    await minji.button("맡기").click();
    await minji.close("그 밖");
    await customer.hear("상담이 끝났어요");
  });

  it("never sends what was only previewed", async () => {
    const customer = await site.openCustomer();
    await customer.page.click("#person");
    await minji.openWaiting();
    await minji.button("맡기").click();
    await customer.hear("상담원 민지님이 연결됐어요");
    await minji.composer.fill("아직 보내지 않을 말");
    await minji.button("고객에게 보내기…").click();
    await minji.page.click("#send-no");
    expect(await minji.composer.inputValue()).toBe("아직 보내지 않을 말");
    await minji.send("보낸 말");
    await customer.hear("보낸 말");
    expect((await customer.transcript()).filter(({ text }) => text.includes("보내지 않을"))).toEqual([]);
    await minji.close("답변함");
    await customer.hear("상담이 끝났어요");
  });

  it("never gets to see a resident number, and the customer sees it masked", async () => {
    const customer = await site.openCustomer();
    await customer.say(`제 번호는 ${RESIDENT_NUMBER} 이에요. 상담원 연결해 주세요`);
    await customer.hear("저장하기 전에 가렸어요");
    await minji.openWaiting();
    await minji.talk.getByText("가린 번호 1개").waitFor();
    await minji.talk.getByText("제 번호는").waitFor();
    const html = await minji.page.content();
    for (const part of [RESIDENT_NUMBER, "1234567"]) expect(html).not.toContain(part);
    await expect.poll(() => customer.page.content(), PATIENCE).not.toContain("1234567");
    expect(await customer.page.evaluate("JSON.stringify({ ...localStorage, ...sessionStorage })")).not.toContain(
      "1234567",
    );
  });
});
