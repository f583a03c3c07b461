import { expect, it } from "vitest";
import { meteredChannel, meteredDesk } from "../../src/delivery/meter-sends.ts";
import type { Letter } from "../../src/ports/channel.ts";
import type { SendResult } from "../../src/ports/delivery.ts";
import type { DeskPost } from "../../src/ports/desk.ts";
import { createKeptMeter } from "../ports/create-kept-meter.ts";

const reach = { inDoubt: { kind: "leave" }, budget: { perSecond: 1, burst: 1, atOnce: 1 } } as const;
const can = { push: "free", buttons: 0, cards: false, textLength: 1_000, edit: false, files: false } as const;
const letter = {} as Letter;
const post = {} as DeskPost;

it("counts every attempt by way and result, and leaves the result as it is", async () => {
  const meter = createKeptMeter();
  const results: readonly SendResult[] = [
    { kind: "sent", farId: "f" },
    { kind: "unknown" },
    { kind: "parked", why: "w" },
  ];
  const left = [...results];
  const send = async (): Promise<SendResult> => left.shift() ?? Promise.reject(new Error("broken"));
  const channel = meteredChannel({ id: "kakao", can, reach, send }, meter);
  for (const result of results) expect(await channel.send(letter)).toEqual(result);
  await expect(channel.send(letter)).rejects.toThrow("broken");
  left.push({ kind: "sent" });
  await meteredDesk({ id: "slack", reach, send }, meter).send(post);
  left.push({ kind: "sent" });
  await meteredChannel({ id: "somebody@example.com", can, reach, send }, meter).send(letter);
  expect(meter.counted).toEqual([
    "send kakao sent",
    "send kakao unknown",
    "send kakao parked",
    "send kakao threw",
    "send desk sent",
    "send other sent",
  ]);
  expect(meter.observed).toHaveLength(6);
});
