import { describe, expect, it } from "vitest";
import { seoulClock, seoulInstant } from "../src/clock.ts";

describe("seoulClock", () => {
  it.each([
    ["2026-01-13T14:59:59.999Z", "2026-01-13", "2026-01-13T23:59"],
    ["2026-01-13T15:00:00.000Z", "2026-01-14", "2026-01-14T00:00"],
    ["2026-01-13T15:30:00.000Z", "2026-01-14", "2026-01-14T00:30"],
  ])("%s is %s in Korea", (instant, day, local) => {
    const clock = seoulClock(() => instant);
    expect([clock.today(), clock.local(), clock.now()]).toEqual([day, local, instant]);
  });

  it("keeps the time of day on a fixed day that never ends, and tells true instants", () => {
    const before = seoulClock(() => "2026-11-23T14:59:00.000Z", "2026-01-10");
    expect([before.today(), before.local()]).toEqual(["2026-01-10", "2026-01-10T23:59"]);
    const after = seoulClock(() => "2026-11-23T15:01:00.000Z", "2026-01-10");
    expect([after.today(), after.local()]).toEqual(["2026-01-10", "2026-01-10T00:01"]);
    expect(after.now()).toBe("2026-11-23T15:01:00.000Z");
  });

  it("reads a local time as an instant", () => {
    expect(seoulInstant("2026-01-10T10:00")).toBe("2026-01-10T01:00:00.000Z");
  });
});
