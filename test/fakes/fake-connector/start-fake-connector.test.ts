import { afterEach, describe, expect, it } from "vitest";
import { noFaults } from "../fault-plan.ts";
import { type FakeConnector, type FakeConnectorOptions, startFakeConnector } from "./start-fake-connector.ts";

let connector: FakeConnector | undefined;

afterEach(async () => {
  await connector?.stop();
});

const start = async (options?: FakeConnectorOptions): Promise<FakeConnector> => {
  connector = await startFakeConnector(options);
  return connector;
};

/** Resolves to the status; 0 when there was no whole answer. */
const say = async ({ address }: FakeConnector, body: unknown, path = "/v3/conversations/c%7C1/activities/a1") => {
  try {
    const answer = await fetch(`${address}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(300),
    });
    await answer.text();
    return answer.status;
  } catch {
    return 0;
  }
};

describe("the fake connector", () => {
  it("takes activities in order and remembers what they answer", async () => {
    const far = await start();
    expect(await say(far, { type: "message", text: "하나" })).toBe(200);
    expect(await say(far, { type: "message", text: "둘" }, "/v3/conversations/c%7C1/activities")).toBe(200);
    expect(far.received.map(({ conversation, replyTo, activity }) => [conversation, replyTo, activity.text])).toEqual([
      ["c|1", "a1", "하나"],
      ["c|1", undefined, "둘"],
    ]);
  });

  it("refuses what is no activity, and callers without a token when it is to", async () => {
    const far = await start({ needsToken: true });
    expect(await say(far, { type: "message" })).toBe(401);
    await far.stop();
    const open = await start();
    expect(await say(open, { text: "no type" })).toBe(400);
    expect(await say(open, [])).toBe(400);
    expect(await say(open, { type: "message" }, "/v3/elsewhere")).toBe(404);
    expect(open.received).toEqual([]);
  });

  it("counts the failures after which nobody can know what was done", async () => {
    const faults = noFaults();
    const far = await start({ faults });
    faults.first(
      { kind: "too-many" },
      { kind: "error", status: 502, done: false },
      { kind: "error", status: 502, done: true },
      { kind: "reset", done: true },
      { kind: "hang", done: true },
    );
    const statuses: number[] = [];
    for (const text of ["a", "b", "c", "d", "e", "f"]) statuses.push(await say(far, { type: "message", text }));
    expect(statuses).toEqual([429, 502, 502, 0, 0, 200]);
    expect(far.received.map(({ activity }) => activity.text)).toEqual(["c", "d", "e", "f"]);
    expect(far.calls.filter(({ ambiguous }) => ambiguous)).toHaveLength(4);
  });
});
