import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeAddress } from "../../../src/channels/line/address.ts";
import { createSend } from "../../../src/channels/line/create-send.ts";
import { LINE_HOST, lineCalls } from "../../../src/channels/line/line-calls.ts";
import { conversationId } from "../../../src/core/ids.ts";
import type { Letter } from "../../../src/ports/channel.ts";
import { manualClock } from "../../contract/manual-clock.ts";
import { ACCESS_TOKEN, type FakeLine, startFakeLine } from "../../fakes/fake-line.ts";
import { outgoingTo } from "../../fakes/outgoing-to.ts";
import { userId } from "./events.ts";

const USER = userId("민지");

describe("sending on LINE", () => {
  let line: FakeLine;
  let clock: ReturnType<typeof manualClock>;
  let sends: ReturnType<typeof createSend>;
  const withToken = (token: string) => writeAddress({ to: USER, reply: { token, cameAt: clock.now() } });
  const letter = (id: number, text: string, more: Partial<Letter> = {}): Letter => {
    const conversation = conversationId("line:c");
    const entry = {
      conversation,
      seq: id + 1,
      at: clock.now(),
      body: { kind: "agent", agentName: "민지", text },
    } as const;
    return { id, conversation, address: writeAddress({ to: USER }), attempts: 1, entry, ...more };
  };
  const texts = () => line.shownTo(USER).map(({ text }) => text);
  const paths = () => line.calls.map(({ path }) => path.replace("/v2/bot/message/", ""));
  const open = () => createSend(lineCalls(outgoingTo(line.url)({ hosts: [LINE_HOST] }), ACCESS_TOKEN), clock);

  beforeEach(async () => {
    line = await startFakeLine();
    clock = manualClock();
    sends = open();
  });
  afterEach(() => line.close());

  it("replies with a fresh token, once, and pushes what comes after", async () => {
    const address = withToken(line.tokenFor(USER));
    expect(await sends.send(letter(1, "하나", { address }))).toMatchObject({ kind: "sent", farId: expect.any(String) });
    expect(await sends.send(letter(2, "둘", { address }))).toMatchObject({ kind: "sent" });
    expect([paths(), texts()]).toEqual([
      ["reply", "push"],
      ["하나", "둘"],
    ]);
  });

  it("replies within 50 seconds only", async () => {
    const [soon, late] = [withToken(line.tokenFor(USER)), withToken(line.tokenFor(USER))];
    clock.advance(50_000);
    await sends.send(letter(1, "하나", { address: soon }));
    clock.advance(1);
    await sends.send(letter(2, "둘", { address: late }));
    expect(paths()).toEqual(["reply", "push"]);
  });

  it("pushes at once when LINE does not take the token", async () => {
    expect(await sends.send(letter(1, "하나", { address: withToken("used by another process") }))).toMatchObject({
      kind: "sent",
    });
    expect([paths(), texts()]).toEqual([["reply", "push"], ["하나"]]);
  });

  it.each(["500-before", "dropped-before"] as const)(
    "repeats a reply in doubt once, by the same token (%s)",
    async (fault) => {
      line.breakNext(fault);
      expect(await sends.send(letter(1, "하나", { address: withToken(line.tokenFor(USER)) }))).toMatchObject({
        kind: "sent",
      });
      expect([paths(), texts()]).toEqual([["reply", "reply"], ["하나"]]);
    },
  );

  it.each(["500-after", "dropped-after"] as const)(
    "never says again what a reply may have said (%s)",
    async (fault) => {
      line.breakNext(fault);
      const doubtful = letter(1, "하나", { address: withToken(line.tokenFor(USER)) });
      expect(await sends.send(doubtful)).toEqual({ kind: "unknown" });
      expect(await sends.ask(doubtful)).toEqual({ kind: "cannot-tell" });
      expect(texts()).toEqual(["하나"]);
    },
  );

  it.each(["500-before", "500-after", "dropped-before", "dropped-after"] as const)(
    "repeats a push in doubt under its key until LINE has it, once (%s)",
    async (fault) => {
      line.breakNext(fault, fault);
      const first = letter(1, "하나");
      expect(await sends.send(first)).toEqual({ kind: "unknown" });
      expect(await sends.ask(first)).toEqual({ kind: "absent" });
      const second = { ...first, attempts: 2 };
      expect(await sends.send(second)).toEqual({ kind: "unknown" });
      expect(await sends.ask(second)).toEqual({ kind: "absent" });
      expect(await sends.send({ ...first, attempts: 3 })).toMatchObject({ kind: "sent" });
      expect(texts()).toEqual(["하나"]);
      expect(new Set(line.calls.map(({ key }) => key)).size).toBe(1);
    },
  );

  it("takes 409 for sent", async () => {
    await sends.send(letter(1, "하나"));
    expect(await sends.send(letter(1, "하나", { attempts: 2 }))).toEqual({ kind: "sent" });
    expect([line.calls.map(({ status }) => status), texts()]).toEqual([[200, 409], ["하나"]]);
  });

  it("pushes for a minute after a reply in doubt, because pushes can be repeated", async () => {
    line.breakNext("500-before", "500-before");
    await sends.send(letter(1, "하나", { address: withToken(line.tokenFor(USER)) }));
    await sends.send(letter(2, "둘", { address: withToken(line.tokenFor(USER)) }));
    clock.advance(60_000);
    await sends.send(letter(3, "셋", { address: withToken(line.tokenFor(USER)) }));
    expect([paths(), texts()]).toEqual([
      ["reply", "reply", "push", "reply"],
      ["둘", "셋"],
    ]);
  });

  it("does not reply after a first attempt, whatever became of it", async () => {
    const address = withToken(line.tokenFor(USER));
    line.breakNext("429");
    expect(await sends.send(letter(1, "하나", { address }))).toMatchObject({ kind: "later" });
    const newer = withToken(line.tokenFor(USER));
    await sends.send(letter(1, "하나", { address: newer, attempts: 2 }));
    expect([paths(), texts()]).toEqual([["reply", "push"], ["하나"]]);
  });

  it("judges the attempt of a dead process by whether it could have been a reply", async () => {
    const address = withToken("t");
    const soon = letter(1, "하나", { address });
    clock.advance(60_000);
    const late = letter(2, "둘", { address });
    const other = open();
    expect(await other.ask(soon)).toEqual({ kind: "cannot-tell" });
    expect(await other.ask({ ...soon, attempts: 2 })).toEqual({ kind: "absent" });
    expect(await other.ask(late)).toEqual({ kind: "absent" });
    expect(await other.ask(letter(3, "셋"))).toEqual({ kind: "absent" });
  });

  it("trusts a retry key for a day, not longer", async () => {
    const old = letter(1, "하나", { attempts: 2 });
    clock.advance(24 * 3_600_000);
    expect(await sends.ask(old)).toEqual({ kind: "cannot-tell" });
  });

  it.each([
    ["429", { kind: "later" }],
    ["quota", { kind: "parked" }],
    ["401", { kind: "parked" }],
  ] as const)("tells %s for what it is", async (fault, result) => {
    line.breakNext(fault);
    expect(await sends.send(letter(1, "하나"))).toMatchObject(result);
    expect(texts()).toEqual([]);
  });

  it("sends words of any length whole, five messages to a call, each call under a key of its own", async () => {
    const long = Array.from({ length: 5_800 }, (_, n) => `말${n}`).join(" ");
    expect(await sends.send(letter(1, long, { address: withToken(line.tokenFor(USER)) }))).toMatchObject({
      kind: "sent",
    });
    expect(texts().join(" ")).toBe(long);
    expect(paths()).toEqual(["push", "push"]);
    expect(new Set(line.calls.map(({ key }) => key)).size).toBe(2);
  });

  it("refuses a letter to nobody", async () => {
    for (const address of ["", "{}", "null", "[1]", '{"to":""}']) {
      expect(await sends.send(letter(1, "하나", { address }))).toEqual({ kind: "refused", why: "no address" });
    }
  });
});
