import { afterEach, describe, expect, it } from "vitest";
import { createFaultPlan, type Fault, noFaults } from "../../fakes/fault-plan.ts";
import {
  type DeskOptions,
  JISOO,
  MINJI,
  type RunningSlackDesk,
  startSlackDesk,
  TRIAGE,
  textsIn,
} from "./start-slack-desk.ts";

let on: RunningSlackDesk;

afterEach(() => on.close());

const start = async (options: DeskOptions = {}) => {
  const faults = noFaults();
  on = await startSlackDesk({ faults, ...options });
  return { faults };
};

const times = (text: string, word: string): number => text.split(word).length - 1;

/** Words of a customer in the whole channel. */
const everything = (): string =>
  on.slack
    .messagesIn(TRIAGE)
    .map(({ blocks, text }) => textsIn(blocks ?? text).join("\n"))
    .join("\n");

const DOUBTS: readonly (readonly [string, Fault])[] = [
  ["500 after storing", { kind: "error", status: 500, done: true }],
  ["500 before storing", { kind: "error", status: 500, done: false }],
  ["a cut answer", { kind: "reset", done: true }],
  ["a cut line", { kind: "reset", done: false }],
  ["no answer after storing", { kind: "hang", done: true }],
  ["no answer", { kind: "hang", done: false }],
  ["429", { kind: "too-many", retryAfterS: 2 }],
  ["429 without a time", { kind: "too-many" }],
];

describe("one fault", () => {
  it.each(DOUBTS)("%s at the card leaves one card", async (_, fault) => {
    const { faults } = await start();
    await on.customer("contact_agent");
    faults.first(fault);
    await on.settle(4);
    expect(on.cards()).toHaveLength(1);
    expect((await on.store.cases(1))[0]?.status).toBe("queued");
  });

  it.each(DOUBTS)("%s in the thread leaves each word there once, in order", async (_, fault) => {
    const { faults } = await start();
    await on.customer("contact_agent");
    await on.settle(1);
    await on.customer("하나");
    faults.first(fault);
    await on.pump();
    await on.customer("둘");
    await on.settle(4);
    const said = on.thread().join("\n");
    expect([times(said, "│ 하나"), times(said, "│ 둘")]).toEqual([1, 1]);
    expect(said.indexOf("하나")).toBeLessThan(said.indexOf("둘"));
  });

  it.each(DOUBTS)("%s at the card's new state ends with the right one", async (_, fault) => {
    const { faults } = await start();
    await on.customer("contact_agent");
    await on.settle(1);
    await on.slack.staff.presses(MINJI, on.card(), "case_claim");
    // The post comes before the card.
    faults.first({ kind: "none" }, fault);
    await on.settle(4);
    expect(textsIn(on.card().blocks).join("\n")).toContain("minji 님이 상담 중");
    expect(
      on
        .thread()
        .join("\n")
        .match(/맡았어요/g),
    ).toHaveLength(1);
  });
});

describe("many faults", () => {
  it.each([1, 2, 3])("lose nothing, double nothing and keep the order (seed %i)", async (seed) => {
    const faults = createFaultPlan({ seed, share: 0.35 });
    await start({ faults, eventTrouble: { seed, repeated: 0.3, renamed: 0.3, swapped: 0 } });
    const conversations = ["a", "b", "c"];
    for (const name of conversations) await on.customer("contact_agent", name);
    await on.settle(3);
    for (let nth = 0; nth < 6; nth += 1) {
      for (const name of conversations) await on.customer(`${name}말${nth}.`, name);
      await on.pump();
      if (nth % 2 === 1) on.clock.advance(7);
      // Another process takes over: nothing is known but what the store keeps.
      if (nth === 3) await on.restart();
    }
    await on.settle(25);
    expect(on.cards()).toHaveLength(3);
    for (const name of conversations) {
      const words = [...everything().matchAll(new RegExp(`│ (${name}말\\d)`, "g"))].map(([, word]) => word);
      expect(words).toEqual([0, 1, 2, 3, 4, 5].map((nth) => `${name}말${nth}`));
    }
  });

  it("tell a loser once who won", async () => {
    const faults = createFaultPlan({ seed: 5, share: 0.35 });
    await start({ faults });
    await on.customer("contact_agent");
    await on.settle(3);
    await on.slack.staff.presses(MINJI, on.card(), "case_claim");
    await on.slack.staff.presses(JISOO, on.card(), "case_claim");
    await on.settle(10);
    expect(on.thread().filter((text) => text.includes(`<@${JISOO}>`))).toHaveLength(1);
  });
});

describe("a notice", () => {
  it("is not said again by a process that does not know that it was, while more was said", async () => {
    await start();
    await on.customer("contact_agent");
    await on.settle(1);
    await on.slack.staff.presses(MINJI, on.card(), "case_claim");
    await on.slack.staff.presses(JISOO, on.card(), "case_claim");
    await on.settle(3);
    const { id } = await on.newestCase();
    const notices = () => on.thread().filter((text) => text.includes(`<@${JISOO}>`)).length;
    expect(notices()).toBe(1);
    // The process died before it could note that this was sent; meanwhile the customer said something.
    const mark = (await on.store.placeOf(id))?.mark ?? "";
    await on.customer("그 사이에 한 말");
    await on.assistantOnly();
    await on.restart();
    const news = { kind: "refused", case: id, agent: `slack:T0FAKE:${JISOO}`, why: "taken" } as const;
    const delivery = Number(mark.replace("refused:", ""));
    expect(await on.desk().send({ id: delivery, attempts: 2, news })).toEqual({ kind: "sent" });
    await on.settle(2);
    expect(notices()).toBe(1);
    expect(times(on.thread().join("\n"), "│ 그 사이에 한 말")).toBe(1);
  });
});

describe("a fault that lasts", () => {
  it("stops the posts, is alarmed about, and ends with everything there", async () => {
    await start();
    await on.customer("contact_agent");
    await on.settle(1);
    on.slack.archive(TRIAGE);
    await on.customer("하나");
    await on.customer("둘");
    const before = on.slack.calls.length;
    await on.pump();
    await on.pump();
    expect(on.slack.calls.length - before).toBe(1);
    expect(JSON.stringify(on.log.lines)).toContain('"desk.slack_stopped","fields":{"word":"is_archived"}');
    const channel = on.slack.workspace.channels.get(TRIAGE);
    if (channel !== undefined) channel.archived = false;
    await on.settle(3);
    const said = on.thread().join("\n");
    expect([times(said, "│ 하나"), times(said, "│ 둘")]).toEqual([1, 1]);
    // What waited went out together.
    expect(on.thread()).toHaveLength(1);
  });

  it("at a deleted card begins a new thread from the store, with the notes of the old one", async () => {
    await start();
    await on.customer("contact_agent");
    await on.settle(1);
    await on.customer("하나");
    await on.settle(1);
    const old = on.card();
    await on.slack.staff.writes(MINJI, TRIAGE, "메모예요", old.ts);
    await on.pump();
    old.deleted = true;
    await on.customer("둘");
    await on.settle(4);
    expect(on.cards()).toHaveLength(1);
    expect(on.card().ts).not.toBe(old.ts);
    const said = on.thread().join("\n");
    expect([times(said, "│ 하나"), times(said, "│ 둘"), times(said, "│ 메모예요")]).toEqual([1, 1, 1]);
    // Words in the old thread still belong to the case.
    await on.slack.staff.writes(MINJI, TRIAGE, "하나 더", old.ts);
    await on.pump();
    const { conversation } = (await on.store.cases(1))[0] ?? {};
    const entries = conversation === undefined ? [] : await on.store.entries(conversation, 0);
    expect(entries.filter(({ body }) => body.kind === "note")).toHaveLength(2);
  });

  it("at the old channel moves the case to the new one", async () => {
    await start();
    await on.customer("contact_agent");
    await on.settle(1);
    await on.restart({ channel: "C0LEADS" });
    const old = on.slack.workspace.channels.get(TRIAGE);
    if (old !== undefined) old.member = false;
    await on.customer("하나");
    await on.settle(4);
    const moved = on.slack.messagesIn("C0LEADS");
    expect(moved.filter(({ thread_ts }) => thread_ts === undefined)).toHaveLength(1);
    expect(times(moved.map(({ blocks }) => textsIn(blocks).join("\n")).join("\n"), "│ 하나")).toBe(1);
  });

  it("of a revoked token keeps everything until there is another", async () => {
    await start();
    await on.customer("contact_agent");
    await on.settle(1);
    on.slack.revoke();
    await on.customer("하나");
    await on.settle(2);
    expect(on.thread()).toEqual([]);
    expect(JSON.stringify(on.log.lines)).toContain('"word":"token_revoked"');
  });
});

describe("the start", () => {
  it("is stopped by a wrong token or channel, with what to do", async () => {
    const right = { botToken: "xoxb-fake", channel: TRIAGE };
    await expect(startSlackDesk({ settings: { ...right, botToken: "xoxb-wrong" } })).rejects.toMatchObject({
      code: "CONFIG_INVALID",
      message: expect.stringMatching(/SLACK_BOT_TOKEN.*Bot User OAuth Token/),
    });
    await expect(startSlackDesk({ settings: { ...right, channel: "C0RANDOM" } })).rejects.toMatchObject({
      code: "CONFIG_INVALID",
      message: expect.stringMatching(/SLACK_TRIAGE_CHANNEL.*\/invite/),
    });
    await start();
  });

  it("goes on when Slack does not answer, and the desk works once it does", async () => {
    const faults = noFaults();
    faults.first({ kind: "error", status: 503, done: false }, { kind: "error", status: 503, done: false });
    await start({ faults });
    await on.customer("contact_agent");
    await on.settle(3);
    expect(on.cards()).toHaveLength(1);
  });
});

describe("what holds for all cases", () => {
  it("stops all of them: after a refusal nobody else asks until it is time", async () => {
    await start();
    for (const name of ["a", "b", "c"]) await on.customer("contact_agent", name);
    await on.settle(2);
    on.slack.archive(TRIAGE);
    await on.customer("하나", "a");
    await on.pump();
    const before = on.slack.calls.length;
    for (const name of ["a", "b", "c"]) await on.customer("둘", name);
    await on.pump();
    expect(on.slack.calls.length).toBe(before);
    const channel = on.slack.workspace.channels.get(TRIAGE);
    if (channel !== undefined) channel.archived = false;
    await on.settle(4);
    expect(times(everything(), "│ 둘")).toBe(3);
  });
});
