import { describe, expect, it } from "vitest";
import type { Case } from "../../src/core/case.ts";
import { caseId, conversationId } from "../../src/core/ids.ts";
import { urgencyOf } from "../../src/handoff/urgency-of.ts";

const day = [{ from: "09:00", to: "18:00" }];
const plan = { week: { 1: day, 2: day, 3: day, 4: day, 5: day }, holidays: new Set<string>() };
const deskMinutes = {
  firstReply: 15,
  nextReply: 10,
  resolve: 480,
  agentSilent: 10,
  waitReminder: 20,
  customerSilent: 120,
  proposeClose: 540,
};
const base: Case = {
  id: caseId("k"),
  conversation: conversationId("c"),
  status: "queued",
  reason: "asked",
  language: "ko",
  // A Monday, ten in Korea.
  openedAt: "2026-01-12T01:00:00.000Z",
  waitingSince: "2026-01-12T01:00:00.000Z",
};
const at = (now: string, more: Partial<Case> = {}) =>
  urgencyOf({ ...base, ...more }, { now: `2026-01-${now}:00.000Z`, plan, deskMinutes, warnMinutes: 5 });

describe("urgencyOf", () => {
  it("warns before a deadline, and says when it has passed", () => {
    expect([at("12T01:09"), at("12T01:10"), at("12T01:14"), at("12T01:15")]).toEqual([
      undefined,
      "soon",
      "soon",
      "late",
    ]);
  });

  it("stands still while the desk is closed", () => {
    const evening = { openedAt: "2026-01-12T08:58:00.000Z", waitingSince: "2026-01-12T08:58:00.000Z" };
    expect([at("12T20:00", evening), at("13T00:08", evening)]).toEqual([undefined, "soon"]);
  });

  it("goes by the next reply once somebody has written, and by nothing while it is the customer's turn", () => {
    const { waitingSince: _, ...answered } = base;
    const replied = { repliedAt: "2026-01-12T01:05:00.000Z" };
    expect(at("12T01:16", { ...replied, waitingSince: "2026-01-12T01:10:00.000Z" })).toBe("soon");
    const use = { now: "2026-01-12T03:00:00.000Z", plan, deskMinutes, warnMinutes: 5 };
    expect(urgencyOf({ ...answered, ...replied }, use)).toBeUndefined();
  });

  it("says late for what is marked so, and nothing of what is over", () => {
    expect([at("12T01:00", { breaching: ["resolve"] }), at("13T05:00", { status: "closed" })]).toEqual([
      "late",
      undefined,
    ]);
  });
});
