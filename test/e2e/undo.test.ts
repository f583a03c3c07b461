import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasChromium } from "../setup/launch-chromium.ts";
import { type Site, startSite } from "./start-site.ts";

const PATIENCE = { timeout: 30_000 };

describe.skipIf(!hasChromium())("a reply that was just sent", () => {
  let site: Site;
  beforeAll(async () => {
    site = await startSite({ REPLY_UNDO_SECONDS: "6" });
  });
  afterAll(() => site?.close());

  it("is taken back with a button, and otherwise arrives once, though the program was killed meanwhile", async () => {
    const customer = await site.openCustomer();
    const desk = await site.openAgent("민지");
    await customer.page.click("#person");
    await customer.hear("상담 시간은 평일");
    await desk.openWaiting();
    await desk.button("맡기").click();
    await customer.hear("상담원 민지님이 연결됐어요");

    await desk.send("잘못 쓴 답이에요.");
    await desk.talk.getByText("아직 나가지 않았어요").waitFor();
    await desk.button("되돌리기").click();
    await desk.talk.getByText("보내지 않음").waitFor();
    await desk.talk.getByText("민지 님이 답장을 되돌렸어요").waitFor();

    await desk.send("맞는 답이에요.");
    await desk.talk.getByText("아직 나가지 않았어요").waitFor();
    await site.kill();
    await site.start();
    await customer.hear("맞는 답이에요.");
    await desk.page.getByText("실시간 연결됨").waitFor(PATIENCE);
    await expect.poll(() => desk.talk.locator(".speech.agent").count(), PATIENCE).toBe(1);
    expect(await desk.talk.getByText("맞는 답이에요.").filter({ visible: true }).count()).toBe(1);

    await customer.page.reload();
    await customer.hear("맞는 답이에요.");
    const texts = (await customer.transcript()).filter(({ from }) => from === "agent").map(({ text }) => text);
    expect(texts.join("\n").match(/맞는 답이에요/g)).toHaveLength(1);
    expect(texts.join("\n")).not.toContain("잘못 쓴");

    await desk.close("답변함");
    await desk.button("다시 열기").click();
    await expect.poll(() => desk.button("상담 끝내기…").count(), PATIENCE).toBe(1);
  });
});
