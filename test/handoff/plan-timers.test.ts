import { describe, expect, it } from "vitest";
import { newConversation } from "../../src/core/conversation.ts";
import type { Effect } from "../../src/core/effect.ts";
import { caseId } from "../../src/core/ids.ts";
import type { RunningTimers } from "../../src/core/timer.ts";
import type { Clocks } from "../../src/handoff/clocks.ts";
import type { DeskHoursPlan } from "../../src/handoff/desk-hours.ts";
import { type PlanWith, planTimers } from "../../src/handoff/plan-timers.ts";

const day = [{ from: "09:00", to: "18:00" }];
const plan: DeskHoursPlan = { week: { 1: day, 2: day, 3: day, 4: day, 5: day }, holidays: new Set() };
const clocks: Clocks = {
  deskMinutes: {
    firstReply: 15,
    nextReply: 10,
    resolve: 480,
    agentSilent: 5,
    waitReminder: 20,
    customerSilent: 120,
    proposeClose: 540,
  },
  minutes: {
    questionReminder: 30,
    questionExpiry: 1_440,
    reOpen: 60,
    agentPresent: 30,
    supportAnswer: 30,
    supportDone: 2880,
    survey: 1440,
  },
  estimate: { casesAtLeast: 5, casesAtMost: 20, withinMinutes: 60 },
  undoSeconds: 10,
  callBack: { slots: 3, leadMinutes: 30 },
};
const queued = { ...newConversation("ko"), owner: { kind: "queued", case: caseId("k") } } as const;
const asking = { ...newConversation("ko"), open: { kind: "fact", fact: "line_kind", benefit: "waiver" } } as const;
const ask: Effect = { kind: "ask", question: asking.open };
const handOff: Effect = { kind: "hand-off", reason: "asked" };

const planned = (effects: readonly Effect[], use: Partial<PlanWith>) =>
  planTimers(effects, {
    before: newConversation("ko"),
    after: newConversation("ko"),
    at: "2026-01-12T10:00",
    now: "2026-01-12T01:00:00.000Z",
    plan,
    clocks,
    push: "free",
    ...use,
  }).map((change) => (change.kind === "set" ? `${change.timer} ${change.afterMs / 60_000}` : `no ${change.timer}`));

describe("planTimers", () => {
  it.each([
    ["free", "question-reminder 30"],
    ["windowed", "question-reminder 30"],
    ["paid", "no question-reminder"],
    ["none", "no question-reminder"],
  ] as const)("on a channel with push %s a question sets: %s", (push, expected) => {
    expect(planned([ask], { after: asking, push })).toEqual([expected, "question-expiry 1440"]);
  });

  it("ends the question's timers with the question, and leaves them alone while it stays open", () => {
    expect(planned([], { before: asking })).toEqual(["no question-reminder", "no question-expiry"]);
    expect(planned([], { before: asking, after: asking })).toEqual([]);
  });

  it("does not press an offer on anybody", () => {
    const offered = { ...newConversation("ko"), open: { kind: "person" } } as const;
    const offer: Effect = { kind: "ask", question: offered.open };
    expect(planned([offer], { after: offered })).toEqual(["no question-reminder", "question-expiry 1440"]);
  });

  // Eight hours would end at the moment of closing, so they end at the next opening.
  it("sets what a hand-off owes, and no reminder where none can be sent", () => {
    const [owed, told] = [
      ["first-reply 15", "resolve 1380"],
      ["wait-reminder 20", "desk-closes 480"],
    ];
    expect(planned([handOff], { after: queued })).toEqual([...owed, ...told]);
    expect(planned([handOff], { after: queued, push: "none" })).toEqual(owed);
  });

  it("counts from the oldest message without an answer", () => {
    const withAgent = (timers: RunningTimers) => ({
      before: { ...queued, timers, owner: { kind: "agent", case: caseId("k"), agent: "a" } as never },
      after: { ...queued, owner: { kind: "agent", case: caseId("k"), agent: "a" } as never },
    });
    const relay: Effect = { kind: "relay", text: "여보세요" };
    expect(planned([relay], withAgent({}))).toContain("next-reply 10");
    expect(planned([relay], withAgent({ "next-reply": 3 }))).not.toContain("next-reply 10");
    expect(planned([relay], withAgent({ "agent-silent": 3 }))).not.toContain("next-reply 10");
  });

  it("leaves no timer of a case behind", () => {
    const close: Effect = { kind: "close", agent: { id: "a" as never, name: "김상담" }, reason: "answered" };
    expect(planned([handOff, close], { after: queued }).filter((change) => change.startsWith("no "))).toHaveLength(10);
  });
});
