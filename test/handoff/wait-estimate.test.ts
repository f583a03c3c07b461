import { describe, expect, it } from "vitest";
import type { DeskHoursPlan } from "../../src/handoff/desk-hours.ts";
import { waitEstimate } from "../../src/handoff/wait-estimate.ts";

const day = [{ from: "09:00", to: "18:00" }];
const plan: DeskHoursPlan = { week: { 1: day, 2: day, 3: day, 4: day, 5: day }, holidays: new Set() };
const estimate = { casesAtLeast: 3, casesAtMost: 20, withinMinutes: 1_440 };
/** Monday in Korea. */
const NOW = "2026-01-12T05:00:00.000Z";
const ago = (minutes: number) => new Date(Date.parse(NOW) - minutes * 60_000).toISOString();
const waited = (minutes: number, takenAgo = 5) => ({ openedAt: ago(takenAgo + minutes), claimedAt: ago(takenAgo) });

describe("waitEstimate", () => {
  it("is the median, rounded up to five minutes", () => {
    expect(waitEstimate([waited(2), waited(11), waited(90)], NOW, plan, estimate)).toBe(15);
    expect(waitEstimate([waited(0), waited(0), waited(0)], NOW, plan, estimate)).toBe(5);
  });

  it("says nothing when there is too little to go by, or what there is is old", () => {
    expect(waitEstimate([waited(10), waited(10)], NOW, plan, estimate)).toBeUndefined();
    expect(waitEstimate([waited(1), waited(1), waited(1, 1_500)], NOW, plan, estimate)).toBeUndefined();
    expect(waitEstimate([], NOW, plan, { ...estimate, casesAtLeast: 1 })).toBeUndefined();
  });

  it("counts the night as nothing", () => {
    const overTheWeekend = { openedAt: "2026-01-09T08:50:00.000Z", claimedAt: "2026-01-12T00:10:00.000Z" };
    expect(waitEstimate([overTheWeekend, overTheWeekend, overTheWeekend], NOW, plan, estimate)).toBe(20);
  });
});
