import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../src/core/day.ts";
import { type DeskHoursPlan, isDeskOpen, nextOpening } from "../../src/handoff/desk-hours.ts";

const day = [
  { from: "09:00", to: "12:00" },
  { from: "13:00", to: "18:00" },
];
const plan: DeskHoursPlan = {
  week: { 0: [], 1: day, 2: day, 3: day, 4: day, 5: day, 6: [] },
  holidays: new Set(["2026-02-16", "2026-02-17", "2026-02-18"]),
};

describe("desk hours", () => {
  it.each([
    ["2026-01-12T08:59", false],
    ["2026-01-12T09:00", true],
    ["2026-01-12T11:59", true],
    ["2026-01-12T12:00", false],
    ["2026-01-12T12:59", false],
    ["2026-01-12T13:00", true],
    ["2026-01-12T17:59", true],
    ["2026-01-12T18:00", false],
    ["2026-01-10T10:00", false],
    ["2026-02-17T10:00", false],
  ])("%s open: %s", (at, open) => {
    expect(isDeskOpen(plan, at)).toBe(open);
  });

  it.each([
    ["2026-01-12T10:00", "2026-01-12T10:00"],
    ["2026-01-12T12:30", "2026-01-12T13:00"],
    ["2026-01-12T18:00", "2026-01-13T09:00"],
    ["2026-01-09T18:00", "2026-01-12T09:00"],
    ["2026-02-13T20:00", "2026-02-19T09:00"],
  ])("after %s the desk opens at %s", (at, opens) => {
    expect(nextOpening(plan, at)).toBe(opens);
  });

  it("never opens when no day has hours", () => {
    expect(nextOpening({ week: {}, holidays: new Set() }, "2026-01-12T10:00")).toBeUndefined();
  });

  it("names an open moment, never before the moment asked about", () => {
    const moment = fc
      .tuple(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 0, max: 1439 }))
      .map(([days, minute]) => {
        const time = `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
        return `${addDays("2025-12-30", days)}T${time}`;
      });
    fc.assert(
      fc.property(moment, (at) => {
        const opens = nextOpening(plan, at) ?? "";
        return opens >= at && isDeskOpen(plan, opens);
      }),
    );
  });
});
