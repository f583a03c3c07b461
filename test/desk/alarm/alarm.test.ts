import { createHmac } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDeskAlarm } from "../../../src/compose/open-desk-alarm.ts";
import { readConfig } from "../../../src/config.ts";
import { createOutgoing } from "../../../src/outgoing/create-outgoing.ts";
import type { Store } from "../../../src/ports/store.ts";
import { openSqlite } from "../../../src/store/open-sqlite.ts";
import { manualClock } from "../../contract/manual-clock.ts";
import { type FarRequest, type FarServer, startFarServer } from "../../fakes/far-server.ts";
import { noFaults } from "../../fakes/fault-plan.ts";
import { createKeptLog } from "../../http/create-kept-log.ts";

const SECRET = "a-secret-of-the-alarm-that-is-long";
const SINCE = "2026-01-10T01:00:00.000Z";

let store: Store;
let far: FarServer;
let clock: ReturnType<typeof manualClock>;
let status: number;
const taken: FarRequest[] = [];

beforeEach(async () => {
  clock = manualClock();
  store = await openSqlite({ folder: ":memory:", clock });
  status = 204;
  taken.length = 0;
  far = await startFarServer({
    faults: noFaults(),
    answer: (request) => {
      taken.push(request);
      return { status };
    },
  });
});

afterEach(async () => {
  await far.stop();
  await store.close();
});

/** As each start of a process does. */
const open = (more: Record<string, string> = {}) =>
  openDeskAlarm({
    config: readConfig({
      SLACK_BOT_TOKEN: "xoxb-fake",
      SLACK_TRIAGE_CHANNEL: "C0TRIAGE",
      SLACK_SIGNING_SECRET: "a-signing-secret-of-slack",
      DESK_ALARM_WEBHOOK_URL: `${far.address}/alarm`,
      DESK_ALARM_WEBHOOK_SECRET: SECRET,
      ...more,
    }),
    store,
    now: clock.now,
    outgoing: createOutgoing,
    log: createKeptLog(),
  });

const kinds = () => taken.map(({ body }) => (JSON.parse(body) as { kind: string }).kind);

describe("the alarm of the desk on another road", () => {
  it("tells the beginning once and the end once, however often posts fail and succeed", async () => {
    const alarm = open();
    for (let n = 0; n < 5; n += 1) alarm.watch.stopped("is_archived");
    await alarm.look();
    alarm.watch.stopped("is_archived");
    await alarm.look();
    expect(kinds()).toEqual(["desk-stopped"]);
    expect(alarm.stoppedSince()).toBe(SINCE);
    clock.advance(120_000);
    for (let n = 0; n < 5; n += 1) alarm.watch.works();
    await alarm.look();
    await alarm.look();
    expect(kinds()).toEqual(["desk-stopped", "desk-back"]);
    expect(alarm.stoppedSince()).toBeUndefined();
  });

  it("sends what happened and counts, signed, with a key of its own, and nothing else", async () => {
    const alarm = open();
    alarm.watch.stopped("token_revoked");
    await alarm.look();
    const [call] = taken;
    const id = `desk-fault/${SINCE}/beginning`;
    expect(JSON.parse(call?.body ?? "")).toEqual({
      id,
      kind: "desk-stopped",
      word: "token_revoked",
      since: SINCE,
      cases: [],
    });
    expect(call).toMatchObject({ method: "POST", path: "/alarm", headers: { "idempotency-key": id } });
    const stamp = String(call?.headers["x-ansim-timestamp"]);
    const digest = createHmac("sha256", SECRET).update(`${stamp}.${call?.body}`).digest("hex");
    expect(call?.headers["x-ansim-signature"]).toBe(`v1=${digest}`);
  });

  it("tries again a minute after it was not taken, also in another process, and then tells the end, too", async () => {
    status = 500;
    const alarm = open();
    alarm.watch.stopped("is_archived");
    await alarm.look();
    alarm.watch.works();
    await alarm.look();
    expect(kinds()).toEqual(["desk-stopped"]);
    status = 200;
    clock.advance(61_000);
    await open().look();
    expect(kinds()).toEqual(["desk-stopped", "desk-stopped", "desk-back"]);
    await open().look();
    expect(taken).toHaveLength(3);
  });

  it("is told by one of several processes, and known to all", async () => {
    const [one, other] = [open(), open()];
    one.watch.stopped("is_archived");
    other.watch.stopped("is_archived");
    await Promise.all([one.look(), other.look()]);
    await Promise.all([one.look(), other.look()]);
    expect(kinds()).toEqual(["desk-stopped"]);
    expect([one.stoppedSince(), other.stoppedSince()]).toEqual([SINCE, SINCE]);
    other.watch.works();
    await other.look();
    await one.look();
    expect(kinds()).toEqual(["desk-stopped", "desk-back"]);
    expect(one.stoppedSince()).toBeUndefined();
  });

  it("tells a second fault anew", async () => {
    const alarm = open();
    alarm.watch.stopped("is_archived");
    alarm.watch.works();
    await alarm.look();
    expect(kinds()).toEqual(["desk-stopped", "desk-back"]);
    clock.advance(1_000);
    alarm.watch.stopped("not_in_channel");
    await alarm.look();
    expect(kinds()).toEqual(["desk-stopped", "desk-back", "desk-stopped"]);
  });

  it("leaves customers untold where staff have a page, and knows nothing without Slack", async () => {
    const paged = open({ DESK_PAGE: "yes" });
    paged.watch.stopped("is_archived");
    await paged.look();
    const unpaged = open();
    await unpaged.look();
    expect([paged.stoppedSince(), unpaged.stoppedSince()]).toEqual([SINCE, SINCE]);
    expect([paged.isUnread(), unpaged.isUnread()]).toEqual([false, false]);
    clock.advance(60_000);
    expect([paged.isUnread(), unpaged.isUnread()]).toEqual([false, true]);
    const alone = open({ SLACK_BOT_TOKEN: "", SLACK_TRIAGE_CHANNEL: "", SLACK_SIGNING_SECRET: "" });
    await alone.look();
    expect(alone.stoppedSince()).toBeUndefined();
  });
});
