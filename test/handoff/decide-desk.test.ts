import { describe, expect, it } from "vitest";
import type { DeskAct } from "../../src/core/activity.ts";
import type { Owner } from "../../src/core/conversation.ts";
import { agentId, caseId } from "../../src/core/ids.ts";
import { createCheckReply } from "../../src/handoff/check-reply.ts";
import { decideDesk } from "../../src/handoff/decide-desk.ts";

const kim = { id: agentId("kim"), name: "김상담" };
const lee = { id: agentId("lee"), name: "이상담" };
const bot: Owner = { kind: "bot" };
const queued: Owner = { kind: "queued", case: caseId("c") };
const kims: Owner = { kind: "agent", case: caseId("c"), agent: kim.id };
const check = createCheckReply(new Set(["kt.com", "www.kt.com"]));

const outcome = (owner: Owner, agent: typeof kim, act: DeskAct) => {
  const { outcome: name, effects } = decideDesk(owner, { kind: "desk", agent, act }, check);
  const refusal = effects.find((effect) => effect.kind === "refuse");
  return refusal?.kind === "refuse" ? refusal.why : name;
};

describe("decideDesk", () => {
  it.each<[string, Owner, typeof kim, DeskAct, string]>([
    ["the first claim wins", queued, kim, { kind: "claim" }, "claimed"],
    ["the second is told", kims, lee, { kind: "claim" }, "taken"],
    ["claiming twice changes nothing", kims, kim, { kind: "claim" }, "ignored"],
    ["nothing to claim while the bot speaks", bot, kim, { kind: "claim" }, "not-open"],
    ["a note needs no claim", queued, lee, { kind: "note", text: "확인 중" }, "noted"],
    ["only the owner replies", kims, lee, { kind: "reply", text: "안녕하세요" }, "not-yours"],
    ["nobody replies before a claim", queued, kim, { kind: "reply", text: "안녕하세요" }, "not-yours"],
    ["the owner replies", kims, kim, { kind: "reply", text: "안녕하세요" }, "replied"],
    [
      "a foreign link is kept back",
      kims,
      kim,
      { kind: "reply", text: "http://kt-refund.xyz/a 에서 하세요" },
      "forbidden-link",
    ],
    ["only the owner sends again", kims, lee, { kind: "send-again", seq: 3 }, "not-yours"],
    ["the owner sends again", kims, kim, { kind: "send-again", seq: 3 }, "sent-again"],
    ["only the owner releases", kims, lee, { kind: "release" }, "not-yours"],
    ["the owner releases", kims, kim, { kind: "release" }, "released"],
    ["only the owner hands back", queued, kim, { kind: "hand-back" }, "not-yours"],
    ["the owner hands back", kims, kim, { kind: "hand-back" }, "handed-back"],
    ["only the owner closes", kims, lee, { kind: "close", reason: "answered" }, "not-yours"],
    ["the owner closes", kims, kim, { kind: "close", reason: "answered" }, "closed"],
    ["nothing to close while the bot speaks", bot, kim, { kind: "close", reason: "answered" }, "not-open"],
  ])("%s", (_, owner, agent, act, expected) => {
    expect(outcome(owner, agent, act)).toBe(expected);
  });

  it("says nothing to the customer for a note", () => {
    const { effects } = decideDesk(kims, { kind: "desk", agent: kim, act: { kind: "note", text: "내부" } }, check);
    expect(effects.map(({ kind }) => kind)).toEqual(["note"]);
  });
});

describe("an act on a case that is over", () => {
  it.each<[string, Owner]>([
    ["when the bot speaks again", bot],
    ["when a newer case is open", { kind: "queued", case: caseId("newer") }],
  ])("is refused, and the agent is told on that case, %s", (_, owner) => {
    const { effects } = decideDesk(
      owner,
      { kind: "desk", agent: kim, act: { kind: "claim" }, case: caseId("c") },
      check,
    );
    expect(effects).toEqual([{ kind: "refuse", agent: kim, why: "not-open", case: "c" }]);
  });
});

describe("createCheckReply", () => {
  it.each([
    "KT 홈페이지 www.kt.com 에서 확인하실 수 있어요.",
    "https://www.kt.com/notice 를 봐 주세요",
    "1월 31일 22:00까지예요. 3.5GB, 2026.1.14, 김상담.입니다",
    "신분증.jpg 파일은 보내지 마세요",
  ])("lets through: %s", (words) => expect(check(words)).toBeUndefined());

  it.each([
    "bit.ly/abc 눌러 주세요",
    "https://kt.com.evil.xyz/login",
    "http://evil.example/www.kt.com",
    "ｋｔ-refund.ｃｏｍ 으로",
    "www.kt.com@evil.xyz",
    "한글도메인.한국 에서 신청",
  ])("keeps back: %s", (words) => expect(check(words)).toBe("forbidden-link"));
});
