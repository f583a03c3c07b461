import { afterEach, describe, expect, it } from "vitest";
import { MINJI, type RunningSlackDesk, startSlackDesk, TRIAGE, textsIn } from "./start-slack-desk.ts";

let on: RunningSlackDesk;

afterEach(() => on.close());

const start = async () => {
  on = await startSlackDesk();
  await on.customer("contact_agent");
  await on.settle(1);
};

const times = (text: string, word: string): number => text.split(word).length - 1;

const channel = () => {
  const triage = on.slack.workspace.channels.get(TRIAGE);
  if (triage === undefined) throw new Error("no channel");
  return triage;
};

/** Each way in which nothing can be posted until somebody does something, and what they do. */
const STOPS: readonly (readonly [string, string, () => void, () => void])[] = [
  [
    "an archived channel",
    "is_archived",
    () => on.slack.archive(TRIAGE),
    () => {
      channel().archived = false;
    },
  ],
  [
    "a bot that was removed from the channel",
    "not_in_channel",
    () => {
      channel().member = false;
    },
    () => {
      channel().member = true;
    },
  ],
  [
    "a bot that was deactivated",
    "account_inactive",
    () => on.slack.refuse(() => "account_inactive"),
    () => on.slack.refuse(),
  ],
  [
    "a right that was taken away",
    "missing_scope",
    () => on.slack.refuse(() => "missing_scope"),
    () => on.slack.refuse(),
  ],
];

describe("what stops the posts", () => {
  it.each(STOPS)("%s: one call a minute, the alarm, and then everything in order", async (_, word, breaks, mends) => {
    await start();
    expect(await on.stoppedSince()).toBeUndefined();
    breaks();
    const since = on.clock.now();
    const before = on.slack.calls.length;
    for (const words of ["하나", "둘", "셋"]) {
      await on.customer(words);
      await on.pump();
    }
    expect(on.slack.calls.length - before).toBe(1);
    expect(JSON.stringify(on.log.lines)).toContain(`"desk.slack_stopped","fields":{"word":"${word}"}`);
    expect(await on.stoppedSince()).toBe(since);
    await on.settle(3);
    expect(await on.stoppedSince()).toBe(since);
    mends();
    await on.settle(3);
    expect(await on.stoppedSince()).toBeUndefined();
    const said = on.thread().join("\n");
    expect(["│ 하나", "│ 둘", "│ 셋"].map((words) => times(said, words))).toEqual([1, 1, 1]);
    expect(said.indexOf("하나")).toBeLessThan(said.indexOf("둘"));
    expect(said.indexOf("둘")).toBeLessThan(said.indexOf("셋"));
  });
});

it("a renamed channel changes nothing: its id stays", async () => {
  await start();
  channel().name = "다른-이름";
  await on.slack.push({ type: "channel_rename", channel: { id: TRIAGE, name: "다른-이름", created: 1 } });
  await on.customer("하나");
  await on.settle(1);
  expect(times(on.thread().join("\n"), "│ 하나")).toBe(1);
  expect(on.cards()).toHaveLength(1);
  expect(await on.stoppedSince()).toBeUndefined();
});

/** As Slack would that finds something in the words, or in any blocks, not to its taste. */
const refusing = (word: string, pattern: RegExp) =>
  on.slack.refuse((method, given) =>
    method === "chat.postMessage" && pattern.test(JSON.stringify(given)) ? word : undefined,
  );

describe("a form that Slack refuses", () => {
  it.each(["invalid_blocks", "msg_too_long", "msg_blocks_too_long"])("by %s is said in a simpler one", async (word) => {
    await start();
    refusing(word, /"blocks"/);
    await on.customer("하나 https://evil.example");
    await on.settle(1);
    expect(times(on.thread().join("\n"), "하나")).toBe(1);
    expect(on.slack.messagesIn(TRIAGE).flatMap(({ markup }) => markup)).toEqual([]);
    expect(JSON.stringify(on.log.lines)).toContain("desk.slack_refused_form");
    expect(await on.stoppedSince()).toBeUndefined();
  });

  it.each(["invalid_blocks", "msg_too_long"])("by %s whatever its form has a sign in its place", async (word) => {
    await start();
    refusing(word, /하나/);
    await on.customer("하나");
    await on.settle(2);
    await on.customer("둘");
    await on.settle(2);
    const [first, second, ...more] = on.thread();
    expect(first).toContain("Slack이 받지 않아요");
    expect(second).toContain("│ 둘");
    expect(more).toEqual([]);
    // Nobody has lost them: they stand in the talk.
    on.slack.refuse();
    await on.slack.staff.presses(MINJI, on.card(), "case_claim");
    await on.settle(1);
    expect(textsIn((await on.opens(MINJI, "case_transcript")).content).join("\n")).toContain("하나");
  });

  it("as a card still tells staff that somebody waits, and the thread goes on under it", async () => {
    on = await startSlackDesk();
    refusing("invalid_blocks", /"blocks"|contact|상담원/);
    await on.customer("contact_agent");
    await on.settle(2);
    expect(on.cards()).toHaveLength(1);
    on.slack.refuse();
    await on.customer("하나");
    await on.settle(2);
    expect(on.cards()).toHaveLength(1);
    expect(times(on.thread().join("\n"), "│ 하나")).toBe(1);
  });
});

it("a Slack that answers nothing for five minutes is an alarm, too", async () => {
  await start();
  on.slack.refuse(() => "service_unavailable");
  await on.customer("하나");
  await on.settle(3);
  expect(await on.stoppedSince()).toBeUndefined();
  await on.settle(6);
  expect(await on.stoppedSince()).toBeDefined();
  expect((await on.store.deskFault())?.word).toBe("unreachable");
  on.slack.refuse();
  await on.settle(6);
  expect(await on.stoppedSince()).toBeUndefined();
  expect(times(on.thread().join("\n"), "│ 하나")).toBe(1);
});
