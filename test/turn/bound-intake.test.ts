import { describe, expect, it } from "vitest";
import { conversationId } from "../../src/core/ids.ts";
import type { Accepted, Arrival } from "../../src/ports/intake.ts";
import { boundIntake } from "../../src/turn/bound-intake.ts";
import { createKeptMeter } from "../ports/create-kept-meter.ts";
import { scriptedAssistant } from "./scripted-assistant.ts";

const arrival = (key: string): Arrival => ({
  conversation: conversationId("c1"),
  channel: "web-chat",
  dedupeKey: key,
  activity: { kind: "said", text: key, masked: 0 },
});

/** A store that answers only when told to. */
function hangingIntake() {
  const waiting: (() => void)[] = [];
  const intake = () =>
    new Promise<Accepted>((resolve) => {
      waiting.push(() => resolve({ kind: "accepted", seq: waiting.length }));
    });
  return { intake, waiting };
}

describe("boundIntake", () => {
  it("refuses at once what is more than it takes at a time, and takes again when there is room", async () => {
    const meter = createKeptMeter();
    const { intake, waiting } = hangingIntake();
    const door = boundIntake(intake, meter, { atOnce: 2, patienceMs: 60_000, onlyChanceMs: 60_000 });
    const inside = [door(arrival("1")), door(arrival("2"))];
    await expect(door(arrival("3"))).rejects.toMatchObject({ code: "OVERLOADED" });
    for (const answer of waiting) answer();
    await Promise.all(inside);
    const next = door(arrival("3"));
    waiting.at(-1)?.();
    expect((await next).kind).toBe("accepted");
    expect(meter.counted).toEqual(["accept refused", "accept accepted", "accept accepted", "accept accepted"]);
  });

  it("does not wait without end, and what the store still has under way keeps its room", async () => {
    const { intake, waiting } = hangingIntake();
    const door = boundIntake(intake, createKeptMeter(), { atOnce: 1, patienceMs: 20, onlyChanceMs: 20 });
    await expect(door(arrival("1"))).rejects.toMatchObject({ code: "STORE_UNAVAILABLE" });
    await expect(door(arrival("2"))).rejects.toMatchObject({ code: "OVERLOADED" });
    for (const answer of waiting) answer();
    await Promise.resolve();
    await expect.poll(() => waiting.length).toBe(1);
    await new Promise((resolve) => setImmediate(resolve));
    await expect(door(arrival("2"))).rejects.toMatchObject({ code: "STORE_UNAVAILABLE" });
  });

  it("waits longer where a refusal would be the end of the message", async () => {
    const { intake, waiting } = hangingIntake();
    const door = boundIntake(intake, createKeptMeter(), { atOnce: 2, patienceMs: 1, onlyChanceMs: 60_000 });
    const only = door({ ...arrival("1"), channel: "kakao" });
    await expect(door(arrival("2"))).rejects.toMatchObject({ code: "STORE_UNAVAILABLE" });
    for (const answer of waiting) answer();
    expect((await only).kind).toBe("accepted");
  });

  it("finds what was stored after all by the key of the repetition", async () => {
    let slow = true;
    const { store } = await scriptedAssistant();
    const door = boundIntake(
      async (one) => {
        const accepted = await store.accept(one);
        if (slow) await new Promise((resolve) => setTimeout(resolve, 60));
        return accepted;
      },
      createKeptMeter(),
      { atOnce: 8, patienceMs: 20, onlyChanceMs: 20 },
    );
    await expect(door(arrival("1"))).rejects.toMatchObject({ code: "STORE_UNAVAILABLE" });
    slow = false;
    expect(await door(arrival("1"))).toEqual({ kind: "duplicate", seq: 1 });
    expect(await store.entries(conversationId("c1"), 0)).toHaveLength(1);
  });
});
