import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anyBad, type BadBody, mistyped, truncated } from "./bad-bodies.ts";
import type { ChannelHarness, OpenedChannel, RawRequest } from "./channel-harness.ts";
import { sendRaw } from "./send-raw.ts";
import { type RunningApp, startApp } from "./start-app.ts";

/** Not a measure of speed: longer means that something hangs. */
const HANG_MS = 1_000;
const AGAIN = 3;
const AT_ONCE = 8;
const LONG = 240_000;

/** What no request may do to the program, and what requests of strangers may not do at all. */
export function describeBadInput(harness: ChannelHarness): void {
  let app: RunningApp;
  let channel: OpenedChannel;
  beforeAll(async () => {
    app = await startApp(harness.settings, harness.outgoing);
    channel = await harness.open(app.address);
  }, 60_000);
  afterAll(async () => {
    await channel?.close();
    await app?.stop();
  });

  /** Sends them all, a few at once; the faults are those that were answered late, by 5xx or not at all. */
  async function faultsOf(requests: Iterable<readonly [string, RawRequest]>): Promise<readonly string[]> {
    const faults: string[] = [];
    const left = requests[Symbol.iterator]();
    const sendOn = async (): Promise<void> => {
      for (let next = left.next(); !next.done; next = left.next()) {
        const [what, request] = next.value;
        let { status, ms } = await sendRaw(app.address, request);
        if (status === 0 || status >= 500) faults.push(`${what}: status ${status}`);
        // Other programs also take time; what hangs by itself hangs every time.
        for (let again = 0; ms > HANG_MS && again < AGAIN; again++) ({ ms } = await sendRaw(app.address, request));
        if (ms > HANG_MS) faults.push(`${what}: ${Math.round(ms)} ms`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, sendOn));
    return faults;
  }
  function* asRequests(bodies: Iterable<BadBody>): Generator<readonly [string, RawRequest]> {
    for (const [what, body] of bodies) yield [what, channel.request(body)];
  }
  /** When every arrival has had its turn. */
  const settled = async () => {
    const isSettled = async () => (await app.rows()).turn === (await app.rows()).arrival;
    await expect.poll(isSettled, { timeout: LONG }).toBe(true);
    return app.rows();
  };
  const isWell = async (): Promise<void> => {
    expect((await fetch(`${app.address}/readyz`)).status).toBe(200);
    expect(app.logged.filter(({ level }) => level === "error")).toEqual([]);
  };

  describe("bad input", () => {
    it("takes each recorded request as it is", async () => {
      expect(harness.payloads.length).toBeGreaterThanOrEqual(20);
      for (const body of harness.payloads) expect((await sendRaw(app.address, channel.request(body))).status).toBe(200);
      await isWell();
    });

    it(
      "is refused wherever a request is cut off",
      async () => {
        const before = await settled();
        const faults = await faultsOf(asRequests(harness.payloads.flatMap(truncated)));
        expect(faults).toEqual([]);
        expect(await settled(), "half a request leaves nothing").toEqual(before);
        await isWell();
      },
      LONG,
    );

    it(
      "of every wrong type is no fault of ours",
      async () => {
        expect(await faultsOf(asRequests(harness.payloads.slice(0, 3).flatMap(mistyped)))).toEqual([]);
        await isWell();
      },
      LONG,
    );

    it("that is deep, huge or not text is no fault of ours", async () => {
      expect(await faultsOf(asRequests(harness.payloads.flatMap(anyBad)))).toEqual([]);
      await isWell();
    });

    it("from strangers is refused and leaves nothing", async () => {
      const before = await settled();
      for (const body of harness.payloads) {
        for (const [what, request] of channel.forged(body)) {
          const { status } = await sendRaw(app.address, request);
          expect([what, status >= 400 && status < 500]).toEqual([what, true]);
        }
      }
      expect(await settled()).toEqual(before);
    });

    it.runIf(harness.knowsReplays)("that was taken before changes nothing", async () => {
      for (const body of harness.payloads) await sendRaw(app.address, channel.request(body));
      const before = (await app.customerTexts()).length;
      for (const body of harness.payloads) await sendRaw(app.address, channel.request(body));
      expect((await app.customerTexts()).length).toBe(before);
    });
  });
}
