import { createHmac } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { FakeView } from "../../fakes/fake-slack/workspace.ts";
import { JISOO, LEAD, MINJI, type RunningSlackDesk, startSlackDesk, TRIAGE, textsIn } from "./start-slack-desk.ts";

let on: RunningSlackDesk;

beforeEach(async () => {
  on = await startSlackDesk({ undoSeconds: 10 });
  await on.customer("contact_agent");
  await on.pump();
});

afterEach(() => on.close());

const words = (view: FakeView): string => textsIn(view.content).join("\n");
const buttonsIn = (view: FakeView): readonly string[] =>
  [...JSON.stringify(view.content).matchAll(/"action_id":"([a-z_]+)"/g)].map(([, id]) => id ?? "");
const claimed = async (user = MINJI): Promise<void> => {
  await on.slack.staff.presses(user, on.card(), "case_claim");
  await on.pump();
};
const sends = async (text: string): Promise<void> => {
  const window = await on.opensReply(MINJI);
  await on.slack.staff.submits(window, { text });
  await on.slack.staff.submits(window);
  await on.pump();
};
const passes = async (seconds: number): Promise<void> => {
  on.clock.advance(seconds);
  await on.pump();
  await on.pump();
};
const until = async (done: () => boolean): Promise<void> => {
  for (let waited = 0; !done() && waited < 200; waited += 1) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(done()).toBe(true);
};

describe("the window behind a card", () => {
  it.each([
    ["waits", JISOO, false, []],
    ["waits", LEAD, false, ["to", "user"]],
    ["has an owner", MINJI, true, ["case_release", "user"]],
    ["has an owner", JISOO, true, []],
    ["has an owner", LEAD, true, ["case_take_over", "to", "user"]],
  ])("offers of a case that %s, to %s, only what is permitted", async (_, user, isClaimed, expected) => {
    // A colleague who was there before, so that there is somebody to choose.
    await on.store.setPresence({ id: "slack:T0FAKE:U0HYUN" as never, name: "hyun" }, user === MINJI);
    if (isClaimed) await claimed();
    expect(buttonsIn(await on.opens(user, "case_more"))).toEqual(expected);
  });

  it("offers a closed case to who had it and to leads", async () => {
    await claimed();
    const { id } = await on.newestCase();
    await on.slack.staff.presses(MINJI, on.card(), "case_close", `${id}/answered`);
    await on.settle(1);
    expect(buttonsIn(await on.opens(MINJI, "case_more"))).toEqual(["case_re_open"]);
    expect(buttonsIn(await on.opens(LEAD, "case_more"))).toEqual(["case_re_open"]);
    expect(buttonsIn(await on.opens(JISOO, "case_more"))).toEqual([]);
  });

  it("does not pass on to nobody, nor to oneself", async () => {
    await claimed();
    const window = await on.opens(MINJI, "case_more");
    expect((await on.slack.staff.submits(window)).body).toContain("누구에게");
    expect((await on.slack.staff.submits(window, { user: MINJI })).body).toContain("다른 사람");
    expect((await on.newestCase()).agent?.name).toBe("minji");
  });

  it("tells in the thread who passed on to whom", async () => {
    await claimed();
    await on.slack.staff.submits(await on.opens(MINJI, "case_more"), { user: JISOO });
    await on.settle(1);
    expect(on.thread().join("\n")).toContain("minji 님이 jisoo 님에게 넘겼어요");
  });
});

describe("a lead", () => {
  it("is who the signed request names, whatever else stands in it", async () => {
    await claimed();
    const card = on.card();
    const value = (await on.newestCase()).id;
    const blocks = [{ type: "actions", elements: [{ type: "button", action_id: "case_take_over", value }] }];
    await on.slack.staff.presses(JISOO, { ...card, blocks, lead: true, user: LEAD } as never, "case_take_over");
    await on.settle(1);
    expect((await on.newestCase()).agent?.name).toBe("minji");
    expect(on.thread().join("\n")).toContain("팀장만");
  });
});

describe("a reply that was just sent", () => {
  it("stands in the thread with a button, shown to the writer at once, and its words once only", async () => {
    await claimed();
    await sends("안녕하세요");
    await until(() => on.slack.workspace.ephemerals.length > 0);
    const [hint] = on.slack.workspace.ephemerals;
    expect(hint).toMatchObject({ user: MINJI, channel: TRIAGE, thread_ts: on.card().ts });
    expect(JSON.stringify(hint?.blocks)).toContain("case_take_back");
    expect(on.thread().join("\n")).toContain("🕒 minji → 고객 (아직 안 나갔어요)");
    await passes(11);
    expect(on.fromAgents()).toEqual(["안녕하세요"]);
    const told = on.thread().join("\n");
    expect(told.match(/안녕하세요/g)).toHaveLength(1);
    expect(told).toContain("위 답장이 나갔어요");
  });

  it("is a note when it was taken back, also in a thread that is made anew", async () => {
    await claimed();
    await sends("잘못 쓴 글");
    const { ephemerals } = on.slack.workspace;
    await until(() => ephemerals.length > 0);
    const shown = { ...on.card(), ...ephemerals[0], ts: "1768200000.000009" };
    await on.slack.staff.presses(MINJI, shown as never, "case_take_back");
    await passes(20);
    expect(on.fromAgents()).toEqual([]);
    expect(on.thread().join("\n")).toContain("minji 님이 답장을 되돌렸어요. 고객에게 보내지 않았어요");
    const place = await on.store.placeOf((await on.newestCase()).id);
    if (place === undefined) throw new Error("no place");
    const { place: _, ...rest } = place;
    await on.store.keepPlace({ ...rest, shownSeq: 0, card: "", mark: "", version: place.version + 1 });
    await on.customer("아직 있어요");
    await on.settle(2);
    expect(on.cards()).toHaveLength(2);
    expect(on.thread().join("\n")).toContain("📝 minji (보내지 않은 답장)");
  });
});

describe("a reply that has left", () => {
  it("cannot be deleted in Slack: the thread says so, once, and the customer keeps it", async () => {
    await claimed();
    await sends("안녕하세요");
    await passes(11);
    const post = on.slack.messagesIn(TRIAGE, on.card().ts).at(-1);
    if (post === undefined) throw new Error("no post");
    await on.slack.staff.deletes(post);
    await on.slack.staff.deletes(post);
    await on.settle(1);
    expect(
      on
        .thread()
        .join("\n")
        .match(/고객에게 이미 나간 말은 지우거나 고칠 수 없어요/g),
    ).toHaveLength(1);
    expect(on.fromAgents()).toEqual(["안녕하세요"]);
  });

  it("is not changed by reactions", async () => {
    await claimed();
    await sends("안녕하세요");
    await passes(11);
    const before = await on.entriesOf();
    const item = { type: "message", channel: TRIAGE, ts: on.card().ts };
    await on.slack.push({ type: "reaction_added", user: MINJI, reaction: "thumbsup", item, event_ts: "1.1" });
    await on.settle(1);
    expect(await on.entriesOf()).toEqual(before);
    expect(on.fromAgents()).toEqual(["안녕하세요"]);
  });
});

describe("the whole talk", () => {
  it("is behind a button, redacted, in pages that Slack takes, and the look is on record", async () => {
    await claimed();
    for (let n = 0; n < 8; n += 1) await on.customer(`${n}번째 긴 이야기 010-1234-5678 ${"가나다라마 ".repeat(400)}`);
    await on.settle(1);
    const window = await on.opens(MINJI, "case_transcript");
    expect(words(window)).toMatch(/^(\d) \/ \1쪽/m);
    expect(words(window)).toContain("7번째 긴 이야기");
    expect(words(window)).not.toContain("1234-5678");
    const first = words(window);
    await on.slack.staff.pressesIn(window, "case_page");
    await until(() => words(window) !== first);
    expect(words(window)).not.toContain("7번째 긴 이야기");
    await on.slack.staff.pressesIn(window, "case_page_next");
    await until(() => words(window) === first);
    expect(JSON.stringify(on.log.lines)).toContain("desk.case_read");
  });

  it("shows that the customer took a message back, and none of its words", async () => {
    await on.assistantOnly();
    await on.intake({
      conversation: (await on.newestCase()).conversation,
      channel: "web-chat",
      dedupeKey: "to-erase",
      activity: { kind: "said", text: "비밀이에요", masked: 0, clientId: "m-9" },
    });
    await on.assistantOnly();
    await on.store.erase((await on.newestCase()).conversation, "m-9");
    await on.settle(1);
    expect(on.thread().join("\n")).toContain("고객이 지운 메시지");
    expect(words(await on.opens(MINJI, "case_transcript"))).toContain("고객이 지운 메시지");
    expect(JSON.stringify(on.slack.messagesIn(TRIAGE))).not.toContain("비밀이에요");
  });
});

describe("App Home", () => {
  const home = async (user: string): Promise<FakeView> => {
    const before = on.slack.workspace.homes.get(user);
    await on.slack.push({ type: "app_home_opened", user, tab: "home", channel: "D1", event_ts: "1.1" });
    await until(() => on.slack.workspace.homes.get(user) !== before);
    const view = on.slack.workspace.homes.get(user);
    if (view === undefined) throw new Error("no home");
    return view;
  };

  it("shows what is late, what is mine, how long the oldest waits, and who is there", async () => {
    on.clock.advance(12 * 60);
    expect(words(await home(MINJI))).toContain("급한 상담 1건\n⏳ 곧 늦어요");
    on.clock.advance(5 * 60);
    const late = words(await home(MINJI));
    expect(late).toContain("⏰ 늦었어요");
    expect(late).toMatch(/대기 1건 \(가장 오래: .+부터\) · 내 상담 0건/);
    expect(late).toContain("내 상태: 아직 고르지 않았어요");
  });

  it("is not moved by a press that is sent again after a newer one", async () => {
    const at = (): number => Math.floor(Date.parse(on.clock.now()) / 1_000);
    const press = async (action: string, pressedAt: number): Promise<number> => {
      const who = { team: { id: "T0FAKE" }, user: { id: JISOO }, view: { type: "home", id: "V1" } };
      const actions = [{ type: "button", action_id: action, action_ts: `${pressedAt}.000100` }];
      const payload = JSON.stringify({ type: "block_actions", ...who, actions });
      const body = new URLSearchParams({ payload }).toString();
      const hash = createHmac("sha256", on.slack.signingSecret).update(`v0:${at()}:${body}`).digest("hex");
      const headers = {
        "content-type": "application/x-www-form-urlencoded",
        "x-slack-request-timestamp": String(at()),
        "x-slack-signature": `v0=${hash}`,
      };
      return (await fetch(String(on.slack.appUrl), { method: "POST", body, headers })).status;
    };
    const first = at();
    await press("home_away", first);
    on.clock.advance(60);
    await press("home_here", at());
    on.clock.advance(60);
    expect(await press("home_away", first)).toBe(200);
    expect(await on.store.presences()).toMatchObject([{ away: false }]);
  });

  it("keeps who is away; they are not suggested", async () => {
    await claimed();
    await on.slack.staff.pressesIn(await home(JISOO), "home_here");
    expect(words(await on.opens(MINJI, "case_more"))).toContain("jisoo");
    on.clock.advance(60);
    await on.slack.staff.pressesIn(await home(JISOO), "home_away");
    expect(await on.store.presences()).toMatchObject([{ agent: { name: "jisoo" }, away: true }]);
    expect(words(await on.opens(MINJI, "case_more"))).not.toContain("jisoo");
    expect(words(await home(MINJI))).toContain("자리에 있다고 한 사람이 없어요");
  });
});
