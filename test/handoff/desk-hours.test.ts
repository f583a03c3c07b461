import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, localOfMinutes, minutesOf } from "../../src/core/day.ts";
import {
  closingAfter,
  type DeskHoursPlan,
  deskMinutesBetween,
  deskMinutesFrom,
  isDeskOpen,
  lastClosing,
  nextOpening,
  slotsAfter,
} from "../../src/handoff/desk-hours.ts";

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

  it.each([
    ["2026-01-12T10:00", 15, "2026-01-12T10:15"],
    ["2026-01-12T11:50", 10, "2026-01-12T13:00"],
    ["2026-01-12T11:50", 20, "2026-01-12T13:10"],
    ["2026-01-12T22:00", 15, "2026-01-13T09:15"],
    ["2026-01-09T17:55", 10, "2026-01-12T09:05"],
    ["2026-02-13T17:00", 120, "2026-02-19T10:00"],
  ])("from %s, %d minutes of the desk are over at %s", (at, minutes, then) => {
    expect(localOfMinutes(minutesOf(at) + (deskMinutesFrom(plan, at, minutes) ?? 0) / 60_000)).toBe(then);
  });

  it("never gets there when no day has hours", () => {
    expect(deskMinutesFrom({ week: {}, holidays: new Set() }, "2026-01-12T10:00", 1)).toBeUndefined();
  });

  it.each([
    ["2026-01-12T10:00", "2026-01-12T10:30", 30],
    ["2026-01-12T11:00", "2026-01-12T14:00", 120],
    ["2026-01-12T20:00", "2026-01-13T08:00", 0],
    ["2026-01-09T17:00", "2026-01-12T10:00", 120],
  ])("between %s and %s the desk is open for %d minutes", (from, to, minutes) => {
    expect(deskMinutesBetween(plan, from, to)).toBe(minutes);
  });

  it("closes at the end of the interval, and for the day at the end of the last one", () => {
    expect(closingAfter(plan, "2026-01-12T10:00")).toBe("2026-01-12T12:00");
    expect(closingAfter(plan, "2026-01-12T12:00")).toBeUndefined();
    expect(closingAfter(plan, "2026-01-12T17:59")).toBe("2026-01-12T18:00");
    expect(lastClosing(plan, "2026-01-12")).toBe("2026-01-12T18:00");
    expect(lastClosing(plan, "2026-01-11")).toBeUndefined();
  });

  it("offers times that begin late enough, past holidays", () => {
    expect(slotsAfter(plan, "2026-02-13T12:40", 3, 30).map(({ from }) => from)).toEqual([
      "2026-02-19T09:00",
      "2026-02-19T13:00",
      "2026-02-20T09:00",
    ]);
    expect(slotsAfter(plan, "2026-01-12T08:30", 1, 30)).toEqual([{ from: "2026-01-12T09:00", to: "2026-01-12T12:00" }]);
  });

  it("counts exactly the minutes that it was told to wait, and ends in an open moment", () => {
    const at = fc
      .integer({ min: 0, max: 200 * 1_440 })
      .map((minutes) => localOfMinutes(minutesOf("2025-12-30T00:00") + minutes));
    fc.assert(
      fc.property(at, fc.integer({ min: 1, max: 2_000 }), (from, minutes) => {
        const to = localOfMinutes(minutesOf(from) + (deskMinutesFrom(plan, from, minutes) ?? Number.NaN) / 60_000);
        return deskMinutesBetween(plan, from, to) === minutes && isDeskOpen(plan, to);
      }),
    );
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
