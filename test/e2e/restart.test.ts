import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasChromium } from "../setup/launch-chromium.ts";
import type { CustomerPage } from "./customer-page.ts";
import { holdStream, loseReply } from "./fail-connection.ts";
import { type Site, startSite } from "./start-site.ts";

const QUESTION = "위약금 면제 기간이 언제까지예요?";
/** Web Chat tries for 12 s to send and connects again after 3 to 15 s. */
const PATIENCE = { timeout: 45_000 };
const LONGER_THAN_SENDING_MS = 15_000;

describe.skipIf(!hasChromium())("when the connection fails", () => {
  let site: Site;
  beforeAll(async () => {
    site = await startSite();
  });
  afterAll(() => site?.close());

  const speakers = async (customer: CustomerPage) => (await customer.transcript()).map(({ from }) => from);

  it("pages go on by themselves after the program was killed, and nothing is lost or said twice", async () => {
    const [waiting, writing] = await Promise.all([site.openCustomer(), site.openCustomer()]);
    const desk = await site.openAgent("민지");
    await waiting.say(QUESTION);
    await waiting.hearAnswer();
    const before = await waiting.transcript();

    await site.kill();
    await Promise.all([waiting, writing].map(({ page }) => page.getByText("지금은 연결이 되지 않아요").waitFor()));
    await desk.page.getByText("연결이 끊겼어요").waitFor();
    await writing.say(QUESTION);
    await site.start();

    await desk.page.getByText("실시간 연결됨").waitFor(PATIENCE);
    await Promise.all(
      [waiting, writing].map(({ page }) => page.locator("#trouble").waitFor({ state: "hidden", ...PATIENCE })),
    );
    expect(await waiting.transcript()).toEqual(before);
    await waiting.page.click("#person");
    await waiting.hear("상담 시간은 평일");
    await desk.openWaiting();
    await desk.button("맡기").click();
    await waiting.hear("상담원 민지님이 연결됐어요");
    await desk.send("다시 연결됐어요.");
    await waiting.hear("다시 연결됐어요.");
    expect(await speakers(waiting)).toEqual(["bot", "customer", "bot", "customer", "bot", "bot", "agent"]);

    await writing.page.getByText("다시 보내기").click(PATIENCE);
    await writing.hearAnswer();
    expect(await speakers(writing), "what was written meanwhile is sent again as one message").toEqual([
      "bot",
      "customer",
      "bot",
    ]);
    for (const { page, ...customer } of [waiting, writing]) {
      const after = await customer.transcript();
      await page.reload();
      await expect.poll(() => customer.transcript(), PATIENCE).toEqual(after);
    }
  });

  /** A customer whose message arrived, while neither the acknowledgement nor anything else came back in time. */
  const openUnheard = async () => {
    const customer = await site.openCustomer();
    const { page } = customer;
    const stream = await holdStream(page);
    await page.clock.install();
    await page.reload();
    await customer.buttons.first().waitFor();
    await page.route("**/activities", loseReply, { times: 1 });
    stream.hold();
    await customer.say(QUESTION);
    await expect.poll(() => stream.held(), PATIENCE).toBeGreaterThan(0);
    await page.clock.fastForward(LONGER_THAN_SENDING_MS);
    const again = page.getByText("다시 보내기");
    await again.waitFor();
    return { customer, stream, again };
  };

  it("a message counts as sent when it comes back late", async () => {
    const { customer, stream, again } = await openUnheard();
    stream.release();
    await customer.hearAnswer();
    await again.waitFor({ state: "detached" });
    expect(await speakers(customer)).toEqual(["bot", "customer", "bot"]);
  });

  it("a message that had arrived is one message, though it was sent again", async () => {
    const { customer, stream, again } = await openUnheard();
    const sent = customer.page.waitForResponse("**/activities");
    await again.click();
    await sent;
    stream.release();
    await customer.hearAnswer();
    await customer.say("언제까지 신청해요?");
    await customer.hearAnswer(2);
    expect(await again.count()).toBe(0);
    expect(await speakers(customer)).toEqual(["bot", "customer", "bot", "customer", "bot"]);
  });
});
