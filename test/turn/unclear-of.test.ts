import { describe, expect, it } from "vitest";
import type { Activity } from "../../src/core/activity.ts";
import type { Owner } from "../../src/core/conversation.ts";
import type { Effect } from "../../src/core/effect.ts";
import { agentId, caseId } from "../../src/core/ids.ts";
import type { Outcome } from "../../src/core/outcome.ts";
import type { Segment, Understanding } from "../../src/core/understanding.ts";
import { unclearOf } from "../../src/turn/unclear-of.ts";

const segment = (text: string, more: Partial<Segment> = {}): Segment => ({
  text,
  intent: "out_of_scope",
  confidence: 0.7,
  band: "rejected",
  alternatives: [{ intent: "waiver_window", confidence: 0.31249 }],
  ...more,
});
const sure = (text: string) => segment(text, { intent: "complaint", confidence: 0.9, band: "sure" });

interface Turn {
  readonly outcome?: Outcome;
  readonly effects?: readonly Effect[];
  readonly owner?: Owner;
  readonly masked?: number;
  readonly text?: string;
}

const listed = (segments: readonly Segment[], turn: Turn = {}) => {
  const { outcome = "clarifying", effects = [], owner = { kind: "bot" }, masked = 0 } = turn;
  const text = turn.text ?? segments.map((part) => part.text).join(" ");
  const activity: Activity = { kind: "said", text, masked };
  const understanding: Understanding = { language: "ko", text, segments, facts: [], corrects: false };
  const handled = { activity, owner, decision: { outcome, effects }, understanding };
  return unclearOf(handled, { day: "2026-01-10", sha256: (words) => `hash of ${words}` });
};

const texts = (...given: Parameters<typeof listed>) => listed(...given).map(({ text }) => text);

describe("what was not understood", () => {
  it("is the message, with its guesses", () => {
    expect(listed([segment("그거 있잖아요")])).toEqual([
      {
        id: "hash of ko:그거있잖아요",
        text: "그거 있잖아요",
        language: "ko",
        guesses: [{ intent: "waiver_window", confidence: 0.312 }],
        day: "2026-01-10",
      },
    ]);
  });

  it("has one id for texts that differ in spaces and signs", () => {
    const [[one], [other]] = [listed([segment("그거 있잖아요")]), listed([segment("그거있잖아요??")])];
    expect(one?.id).toBe(other?.id);
  });

  it("names the likeliest guesses of all parts, each once", () => {
    const guesses = [
      { intent: "waiver_payout", confidence: 0.2 },
      { intent: "waiver_window", confidence: 0.5 },
    ] as const;
    const parts = [segment("하나"), segment("둘", { intent: "mp_block", band: "unsure", alternatives: guesses })];
    expect(listed(parts)[0]?.guesses.map(({ intent }) => intent)).toEqual([
      "mp_block",
      "waiver_window",
      "waiver_payout",
    ]);
  });

  it.each<[string, Turn]>([
    ["a question", { outcome: "clarifying" }],
    ["the offer of a person", { outcome: "offered-person" }],
    ["a person", { outcome: "handed-off", effects: [{ kind: "hand-off", reason: "not-understood" }] }],
  ])("counts when the turn ends in %s", (_, turn) => {
    expect(texts([segment("그거 있잖아요")], turn)).toEqual(["그거 있잖아요"]);
  });

  it.each<[string, readonly Segment[], Turn]>([
    ["was answered", [sure("위약금")], { outcome: "answered" }],
    ["was anger that a person was offered to", [sure("화나요")], { outcome: "offered-person" }],
    [
      "asked for a person",
      [sure("상담원")],
      { outcome: "handed-off", effects: [{ kind: "hand-off", reason: "asked" }] },
    ],
    ["is said while a person is waited for", [segment("여보세요")], { owner: { kind: "queued", case: caseId("k") } }],
    [
      "is said to an agent",
      [segment("여보세요")],
      { outcome: "relayed", owner: { kind: "agent", case: caseId("k"), agent: agentId("a") } },
    ],
    ["holds only signs", [segment("?!")], {}],
  ])("is nothing that %s", (_, segments, turn) => {
    expect(texts(segments, turn)).toEqual([]);
  });

  it("is also a part that was let pass beside another", () => {
    expect(texts([sure("위약금"), segment("하늘이 파랗네"), segment("음")], { outcome: "answered" })).toEqual([
      "하늘이 파랗네",
    ]);
  });
});

describe("what is kept of it", () => {
  it("has no numbers of persons in it", () => {
    expect(texts([segment("010-1234-5678 여기로 그거 해줘")])).toEqual(["[전화번호 가림] 여기로 그거 해줘"]);
    const [item] = listed([segment("010-1234-5678 여기로 그거 해줘")]);
    expect(JSON.stringify(item)).not.toContain("1234");
  });

  it("shows what was masked on arrival", () => {
    const turn = { text: "[주민등록번호 가림] 이거 어쩌죠", masked: 1 };
    expect(texts([segment("이거 어쩌죠")], turn)).toEqual(["[주민등록번호 가림] 이거 어쩌죠"]);
  });

  it("is no part of a message with a number, which may lie across parts", () => {
    const parts = [sure("위약금 되나요"), segment("번호는 010"), segment("1234 5678")];
    expect(texts(parts, { outcome: "answered" })).toEqual([]);
  });

  it("is the beginning of a long message", () => {
    const [text = ""] = texts([segment("가나 ".repeat(1000))]);
    expect([...text]).toHaveLength(301);
    expect(text.endsWith("…")).toBe(true);
  });
});
