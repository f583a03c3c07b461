import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { FakeView } from "../../fakes/fake-slack/workspace.ts";
import { JISOO, MINJI, type RunningSlackDesk, startSlackDesk } from "./start-slack-desk.ts";

const NAME = "answer:kt-2025/waiver_window";

let on: RunningSlackDesk;
beforeEach(async () => {
  on = await startSlackDesk({ settings: { leads: [MINJI] } });
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

const homeOf = (user: string) => on.slack.workspace.homes.get(user);
const opensHome = async (user: string): Promise<FakeView> => {
  await on.slack.staff.opensHome(user);
  return until(() => homeOf(user));
};
const windowOf = (user: string) => until(() => on.slack.staff.viewOf(user));
const shows = (user: string, words: string) =>
  until(() => (JSON.stringify(homeOf(user)?.content).includes(words) ? true : undefined));
const offNames = async () => (await on.store.switches()).off.map(({ name }) => name);
const turnsOff = async (reason = "날짜를 다시 봐요") => {
  await on.slack.staff.pressesIn(await opensHome(MINJI), "switch_off");
  return on.slack.staff.submits(await windowOf(MINJI), { switch_name: NAME, switch_reason: reason });
};

describe("switches in App Home", () => {
  it("are turned off by a lead with a reason, and on again", async () => {
    await turnsOff();
    expect((await on.store.switches()).off).toMatchObject([{ name: NAME, reason: "날짜를 다시 봐요" }]);
    await shows(MINJI, "꺼진 것 1건");
    await shows(MINJI, "날짜를 다시 봐요");
    await on.customer("waiver_window");
    await on.settle(1);
    expect(on.letters().at(-1)).toContain("다시 확인하고 있어서");

    await on.slack.staff.pressesIn(await opensHome(MINJI), "switch_on");
    await on.slack.staff.submits(await windowOf(MINJI), { switch_reason: "확인했어요" });
    expect(await offNames()).toEqual([]);
    await shows(MINJI, "꺼진 것 0건");
    expect((await on.store.switchLog(9)).map(({ off, agent }) => [off, agent.id])).toEqual([
      [false, `slack:${on.slack.workspace.team.id}:${MINJI}`],
      [true, `slack:${on.slack.workspace.team.id}:${MINJI}`],
    ]);
  });

  it("offer every switch that is on, within what Slack takes", async () => {
    await on.slack.staff.pressesIn(await opensHome(MINJI), "switch_off");
    const window = JSON.stringify((await windowOf(MINJI)).content);
    for (const name of ["bot:web-chat", "pack:kt-2025", NAME, "answer:kt-2025/IN_WINDOW"]) {
      expect(window).toContain(`"${name}"`);
    }
  });

  it("are not there for who is no lead, who can neither open nor submit their window", async () => {
    expect(JSON.stringify((await opensHome(JISOO)).content)).not.toContain("switch_");
    const ofLead = await opensHome(MINJI);
    await on.slack.staff.pressesIn({ ...ofLead, user: JISOO }, "switch_off");
    await on.slack.staff.pressesIn(ofLead, "switch_off");
    const window = await windowOf(MINJI);
    expect(on.slack.staff.viewOf(JISOO)).toBeUndefined();
    const answer = await on.slack.staff.submits(
      { ...window, user: JISOO },
      { switch_name: NAME, switch_reason: "제가 끌게요" },
    );
    expect(answer.body).toContain("팀장만");
    expect(await offNames()).toEqual([]);
  });

  it("keep the window open without a reason, and take a second telling of the same for one", async () => {
    expect((await turnsOff("   ")).body).toContain("까닭을");
    expect(await offNames()).toEqual([]);
    const window = await windowOf(MINJI);
    const values = { switch_name: NAME, switch_reason: "확인" };
    const [first, second] = [
      await on.slack.staff.submits(window, values),
      await on.slack.staff.submits(window, values),
    ];
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(await on.store.switchLog(9)).toHaveLength(1);
  });

  it("are nobody's where no lead is named", async () => {
    await on.close();
    on = await startSlackDesk();
    expect(JSON.stringify((await opensHome(MINJI)).content)).not.toContain("switch_");
  });
});
