import { afterEach, expect, it } from "vitest";
import { MINJI, type RunningSlackDesk, startSlackDesk, TRIAGE, textsIn } from "./start-slack-desk.ts";

const OTHER = "C0LEADS";
const NAMES = ["a", "b", "c", "d", "e"];

let on: RunningSlackDesk;

afterEach(() => on.close());

const start = async (options: Parameters<typeof startSlackDesk>[0] = {}) => {
  on = await startSlackDesk(options);
  for (const name of NAMES) {
    await on.customer("contact_agent", name);
    await on.pump();
    on.clock.advance(1);
  }
  for (const name of NAMES) await on.customer(`말-${name}`, name);
  await on.settle(3);
};

const posted = (channel: string) =>
  on.slack
    .messagesIn(channel)
    .filter(({ bot_id }) => bot_id !== undefined)
    .map(({ thread_ts, ts, blocks }) => ({ thread_ts, ts, words: textsIn(blocks).join("\n") }));
const cardsIn = (channel: string) => posted(channel).filter(({ thread_ts }) => thread_ts === undefined);

it("another channel gets all open cases from the store alone, oldest first, at the pace of posts", async () => {
  await start({ paced: true });
  const ids = (await on.store.cases(9)).map(({ id }) => id);
  expect(ids).toHaveLength(NAMES.length);
  await on.restart({ channel: OTHER });
  const startedMs = Date.parse(on.clock.now());
  for (let second = 0; second < 40; second += 1) {
    await on.pump();
    on.clock.advance(1);
  }
  const cards = cardsIn(OTHER);
  expect(cards.map(({ words }) => ids.findIndex((id) => words.includes(id)))).toEqual([0, 1, 2, 3, 4]);
  for (const [index, name] of NAMES.entries()) {
    const said = posted(OTHER).filter(({ words }) => words.includes(`│ 말-${name}`));
    expect(said.map(({ thread_ts }) => thread_ts)).toEqual([cards[index]?.ts]);
  }
  const times = on.slack.calls
    .filter(({ method, atMs, result }) => method === "chat.postMessage" && atMs >= startedMs && result?.ok === true)
    .map(({ atMs }) => atMs);
  expect(times.length).toBe(2 * NAMES.length);
  // The few at once that Slack bears come on top.
  for (const from of times) expect(times.filter((at) => at >= from && at < from + 5_000).length).toBeLessThanOrEqual(8);
  // The old thread is left as it was, and the next words come to the new one.
  expect(cardsIn(TRIAGE)).toHaveLength(NAMES.length);
  await on.customer("neu", "a");
  await on.settle(1);
  expect(posted(OTHER).at(-1)).toMatchObject({ thread_ts: cards[0]?.ts, words: expect.stringContaining("│ neu") });
});

it("a second start posts nothing again, and closed cases stay where they are", async () => {
  await start();
  const first = cardsIn(TRIAGE)[0];
  const message = on.slack.messagesIn(TRIAGE).find(({ ts }) => ts === first?.ts);
  if (message === undefined) throw new Error("no card");
  await on.slack.staff.presses(MINJI, message, "case_claim");
  await on.settle(1);
  await on.slack.staff.presses(MINJI, message, "case_hand_back");
  await on.settle(1);
  const before = posted(TRIAGE).length;
  await on.restart();
  await on.settle(2);
  expect(posted(TRIAGE)).toHaveLength(before);
  await on.restart({ channel: OTHER });
  await on.settle(4);
  expect(cardsIn(OTHER)).toHaveLength(NAMES.length - 1);
  const calls = on.slack.calls.length;
  await on.restart({ channel: OTHER });
  await on.settle(1);
  const posts = on.slack.calls.slice(calls).filter(({ method }) => method === "chat.postMessage");
  expect(posts).toEqual([]);
});
