import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { FakeView } from "../../fakes/fake-slack/workspace.ts";
import { MINJI, type RunningSlackDesk, startSlackDesk, textsIn } from "./start-slack-desk.ts";

let on: RunningSlackDesk;
beforeEach(async () => {
  on = await startSlackDesk();
  await on.customer("mp_refund");
  await on.customer("contact_agent");
  await on.settle(2);
  await on.slack.staff.presses(MINJI, on.card(), "case_claim");
  await on.settle(2);
});
afterEach(() => on.close());

async function until<T>(look: () => T | undefined): Promise<T> {
  for (let waited = 0; waited < 300; waited += 1) {
    const found = look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error("it did not come");
}

const wordsOf = (view: FakeView): string => textsIn(view.content).join("\n");
/** The text in the field, as it stands when the window opens. */
const writtenIn = (view: FakeView): string | undefined =>
  /"initial_value":"((?:[^"\\]|\\.)*)"/.exec(JSON.stringify(view.content))?.[1];
const picks = async (key: string): Promise<FakeView> => {
  await on.slack.staff.pressesIn(await on.opensReply(MINJI), "reply_pick", key);
  return until(() => {
    const view = on.slack.staff.viewOf(MINJI);
    return view !== undefined && writtenIn(view) !== undefined ? view : undefined;
  });
};

describe("approved replies in Slack", () => {
  it("stand on the card: the one that fits best, in words", () => {
    const card = textsIn(on.card().blocks).join("\n");
    expect(card).toContain("추천 답변");
    expect(card).toContain("의심되는 소액결제");
    expect(card).toContain("〔결제한 날과 곳〕");
  });

  it("are offered in the window, those that fit first", async () => {
    const words = wordsOf(await on.opensReply(MINJI));
    expect(words.indexOf("의심되는 소액결제")).toBeLessThan(words.indexOf("그 밖의 답변"));
    expect(words.indexOf("받은 문자가 진짜인지")).toBeGreaterThan(words.indexOf("그 밖의 답변"));
  });

  it("are put into the field, leave only filled in, and only by way of the preview", async () => {
    const filled = await picks("suspicious-charge");
    const text = JSON.parse(`"${writtenIn(filled)}"`) as string;
    const field = "text_suspicious-charge";
    const refused = await on.slack.staff.submits(filled, { [field]: text });
    expect(refused.body).toContain("빈칸을 채워");
    await on.settle(1);
    expect(on.fromAgents()).toEqual([]);
    const whole = text.replace("〔결제한 날과 곳〕", "어제 편의점");
    await on.slack.staff.submits(filled, { [field]: whole });
    const preview = await until(() => on.slack.staff.viewOf(MINJI));
    expect(wordsOf(preview)).toContain("어제 편의점");
    await on.settle(1);
    expect(on.fromAgents()).toEqual([]);
    await on.slack.staff.submits(preview);
    await on.settle(12);
    expect(on.fromAgents()).toEqual([whole.trim()]);
  });

  it("of which an answer was turned off are marked, and not put in", async () => {
    await on.store.turnSwitch({
      name: "answer:kt-2025/mp_refund",
      off: true,
      reason: "확인 중",
      agent: { id: "lead" as never, name: "박팀장" },
    });
    const view = await on.opensReply(MINJI);
    expect(wordsOf(view)).toContain("(확인 필요) 의심되는 소액결제");
    await on.slack.staff.pressesIn(view, "reply_pick", "suspicious-charge");
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(writtenIn(await until(() => on.slack.staff.viewOf(MINJI)))).toBeUndefined();
  });
});
