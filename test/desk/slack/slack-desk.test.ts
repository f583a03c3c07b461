import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { noFaults } from "../../fakes/fault-plan.ts";
import { JISOO, MINJI, type RunningSlackDesk, startSlackDesk, TRIAGE, textsIn } from "./start-slack-desk.ts";

let on: RunningSlackDesk;

beforeEach(async () => {
  on = await startSlackDesk();
});

afterEach(() => on.close());

const opened = async (): Promise<void> => {
  await on.customer("contact_agent");
  await on.pump();
};

const claimed = async (user = MINJI): Promise<void> => {
  await opened();
  await on.slack.staff.presses(user, on.card(), "case_claim");
  await on.settle(1);
};

const window = (user = MINJI) => {
  const view = on.slack.staff.viewOf(user);
  if (view === undefined) throw new Error("no window is open");
  return view;
};

const reply = async (text: string, user = MINJI): Promise<void> => {
  await on.slack.staff.submits(await on.opensReply(user), { text });
};

describe("a case", () => {
  it("comes as one card with the last turns, and what follows in one post in its thread", async () => {
    await opened();
    expect(on.cards()).toHaveLength(1);
    expect(textsIn(on.card().blocks).join("\n")).toContain("contact_agent");
    await on.customer("얼마나 기다려요?");
    await on.customer("급해요");
    await on.settle();
    expect(on.cards()).toHaveLength(1);
    const said = on.thread().join("\n");
    expect(said.match(/얼마나 기다려요/g)).toHaveLength(1);
    expect(said.match(/급해요/g)).toHaveLength(1);
    expect(said.indexOf("얼마나")).toBeLessThan(said.indexOf("급해요"));
  });

  it("has in its thread all that was said after asking, also what came before the question had its turn", async () => {
    await on.customer("처음 물은 말");
    await on.customer("contact_agent");
    for (let nth = 0; nth < 8; nth += 1) await on.customer(`기다리며 한 말 ${nth}.`);
    await on.settle();
    expect(textsIn(on.card().blocks).join("\n")).toContain("contact_agent");
    expect(textsIn(on.card().blocks).join("\n")).not.toContain("기다리며");
    const said = on.thread().join("\n");
    expect([...said.matchAll(/기다리며 한 말 (\d)/g)].map(([, nth]) => nth).join("")).toBe("01234567");
  });

  it("that follows another one of the same customer has only its own words", async () => {
    await claimed();
    await on.slack.staff.presses(MINJI, on.card(), "case_hand_back");
    // All before the hand-back had its turn.
    await on.customer("contact_agent");
    await on.customer("새로 한 말");
    await on.settle();
    expect(on.cards().map((card) => textsIn(card.blocks).join("\n").includes("끝남"))).toEqual([true, false]);
    expect(on.thread().join("\n")).toContain("│ 새로 한 말");
    expect(on.thread().join("\n")).not.toContain("돌려주었어요");
  });

  it("shows who took it, and can only be looked at once it is over", async () => {
    await claimed();
    expect(textsIn(on.card().blocks).join("\n")).toContain("minji 님이 상담 중");
    const { id } = (await on.store.cases(1))[0] ?? { id: "" };
    await on.slack.staff.presses(MINJI, on.card(), "case_close", `${id}/answered`);
    await on.settle(2);
    expect(textsIn(on.card().blocks).join("\n")).toContain("끝남 (답변 완료)");
    const pressed = [...JSON.stringify(on.card().blocks).matchAll(/"(case_[a-z_]+)"/g)].map(([, id]) => id);
    expect(pressed).toEqual(["case_transcript", "case_more"]);
  });

  it("that a second agent wants too tells them in the thread who was faster", async () => {
    await opened();
    const card = on.card();
    await on.slack.staff.presses(MINJI, card, "case_claim");
    await on.slack.staff.presses(JISOO, card, "case_claim");
    await on.settle();
    expect((await on.store.cases(1))[0]?.agent).toEqual({ id: "slack:T0FAKE:U0MINJI", name: "minji" });
    const notices = on.thread().filter((text) => text.includes(`<@${JISOO}>`));
    expect(notices).toEqual([expect.stringContaining("minji 님이 맡고 있어요")]);
  });

  it("that is over takes none of what the customer says to the bot later", async () => {
    await claimed();
    await on.slack.staff.presses(MINJI, on.card(), "case_hand_back");
    await on.pump();
    await on.customer("그 뒤에 한 말");
    await on.settle();
    expect(on.thread().join("\n")).not.toContain("그 뒤에 한 말");
  });
});

describe("a note", () => {
  it("is kept as one, however often Slack tells of it, and never reaches the customer", async () => {
    await claimed();
    const note = await on.slack.staff.writes(MINJI, TRIAGE, "확인 중 &amp; 위험 <@U0JISOO>", on.card().ts);
    await on.slack.push({
      type: "message",
      channel: TRIAGE,
      ts: note.ts,
      thread_ts: on.card().ts,
      user: MINJI,
      text: "x",
    });
    await on.settle();
    const { conversation } = (await on.store.cases(1))[0] ?? {};
    if (conversation === undefined) throw new Error("no case");
    const notes = (await on.store.entries(conversation, 0)).filter(({ body }) => body.kind === "note");
    expect(notes.map(({ body }) => body)).toMatchObject([{ agentName: "minji", text: "확인 중 & 위험 @U0JISOO" }]);
    expect(on.letters().join()).not.toContain("확인 중");
    // It stands there already.
    expect(on.thread().join()).not.toContain("확인 중");
  });

  it("that is changed or taken away is noted as that", async () => {
    await claimed();
    const note = await on.slack.staff.writes(MINJI, TRIAGE, "처음", on.card().ts);
    await on.slack.staff.edits(note, "고침");
    await on.slack.staff.deletes(note);
    await on.settle(2);
    const { conversation } = (await on.store.cases(1))[0] ?? {};
    const entries = conversation === undefined ? [] : await on.store.entries(conversation, 0);
    const notes = entries.flatMap(({ body }) => (body.kind === "note" ? [body.text] : []));
    expect(notes).toEqual(["처음", "(고친 메모) 고침", "(지운 메모) 고침"]);
  });

  it("is not made of what bots, other channels or strangers to the case write", async () => {
    await claimed();
    const before = on.slack.attempts.length;
    const root = on.card().ts;
    const base = { type: "message", channel: TRIAGE, thread_ts: root, user: MINJI, text: "x", ts: "1768006900.000001" };
    await on.slack.push({ ...base, bot_id: "B1" });
    await on.slack.push({ ...base, channel: "C0LEADS" });
    await on.slack.push({ ...base, thread_ts: "1700000000.000001", parent_user_id: "U0HYUN" });
    await on.slack.push({ ...base, thread_ts: undefined });
    await on.slack.push({ ...base, user_team: "T0OTHER" });
    await on.slack.push({ ...base, subtype: "channel_join" });
    expect(on.slack.attempts.slice(before).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    await on.pump();
    const { conversation } = (await on.store.cases(1))[0] ?? {};
    const entries = conversation === undefined ? [] : await on.store.entries(conversation, 0);
    expect(entries.filter(({ body }) => body.kind === "note")).toEqual([]);
  });

  it("in a thread that is not known yet is told of again, until it is", async () => {
    await opened();
    const ts = "1768006900.000002";
    const note = { type: "message", channel: TRIAGE, thread_ts: "1768006800.000009", user: MINJI, text: "x", ts };
    const before = on.slack.attempts.length;
    await on.slack.push({ ...note, parent_user_id: on.slack.workspace.app.botUser });
    expect(on.slack.attempts.slice(before).map(({ status }) => status)).toEqual([503, 503, 503, 200]);
    expect(JSON.stringify(on.log.lines)).toContain("desk.slack_note_without_case");
  });

  it("under a card of which nobody knows yet that it arrived is not lost", async () => {
    await on.close();
    const faults = noFaults();
    on = await startSlackDesk({ faults, retryAfterMs: [0, 1_000, 1_000] });
    await on.customer("contact_agent");
    faults.first({ kind: "error", status: 500, done: true });
    await on.pump();
    const writing = on.slack.staff.writes(MINJI, TRIAGE, "벌써 봤어요", on.card().ts);
    await on.settle(2);
    await writing;
    await on.settle(1);
    const notes = (await on.entriesOf()).flatMap(({ body }) => (body.kind === "note" ? [body.text] : []));
    expect(notes).toEqual(["벌써 봤어요"]);
  });
});

describe("a reply", () => {
  it("reaches the customer only after the exact preview, and once however often it is submitted", async () => {
    await claimed();
    await reply("안녕하세요 <고객>님 & 가족\n둘째 줄");
    await on.pump();
    expect(on.fromAgents()).toEqual([]);
    const preview = window();
    expect(textsIn(preview.content)).toContain("안녕하세요 <고객>님 & 가족\n둘째 줄");
    await on.slack.staff.submits(preview);
    await on.slack.staff.submits(preview);
    await on.settle(1);
    expect(on.fromAgents()).toEqual(["안녕하세요 <고객>님 & 가족\n둘째 줄"]);
    expect(on.thread().join("\n")).toContain("🎧 minji → 고객");
  });

  it.each([
    ["a link that is not official", "여기로 오세요 https://kt-refund.example.com", "링크"],
    ["a phone number of a person", "010-1234-5678로 전화 주세요", "개인정보"],
    ["nothing", "   ", "적어"],
  ])("is refused in the window with %s", async (_, text, word) => {
    await claimed();
    await reply(text);
    expect(on.slack.attempts.at(-1)?.body).toContain("errors");
    expect(on.slack.attempts.at(-1)?.body).toContain(word);
    expect(window().content.callback_id).toBe("reply_write");
  });

  it("of somebody who has not taken the case is refused in the window", async () => {
    await claimed();
    await reply("제가 할게요", JISOO);
    expect(on.slack.attempts.at(-1)?.body).toContain("맡은 사람만");
  });
});
