import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { SharedStore } from "../../src/store/postgres/open-postgres.ts";
import { arrival, converse, mustLease, NOTHING, turn, wants, wordsOfDelivery } from "../contract/store-fixtures.ts";
import { hasPostgres, newSchema, type TestSchema } from "./new-schema.ts";

const SILENT_MS = 400;
const NEVER_MS = 1_000_000_000;

describe.skipIf(!hasPostgres())("a process that is not heard any more", () => {
  let schema: TestSchema;
  let alive: SharedStore;
  let silent: SharedStore;
  const lastHeard = (when: string) => schema.query(`UPDATE worker SET seen_at = ${when} WHERE id = 'w2'`);
  const fallSilent = () => lastHeard("now() - interval '1 hour'");
  beforeEach(async () => {
    schema = await newSchema();
    alive = await schema.open({ beatMs: 50, silentMs: SILENT_MS, lateMs: 0 });
    silent = await schema.open({ beatMs: NEVER_MS, silentMs: SILENT_MS, lateMs: 0 });
    // It is silent only when a test says so, however slow this machine is.
    await lastHeard("now() + interval '1 hour'");
  });
  afterEach(async () => {
    await Promise.all([alive.close(), silent.close()]);
    await schema.drop();
  });

  it("leaves its conversations to the others long before its leases expire, and is fenced out", async () => {
    await silent.accept(arrival("c1", "m1"));
    const late = await mustLease(silent);
    expect(await alive.lease()).toBeUndefined();
    await fallSilent();
    await expect.poll(() => alive.lease(), { timeout: 5_000, interval: 50 }).toMatchObject({ conversation: "c1" });
    expect(await silent.commit(late, turn(1, ["늦은 답"]))).toBe("fenced");
  });

  it("leaves what it was sending to the others, once", async () => {
    await converse(silent, "c1", "m1", ["1a", "1b"]);
    const [sending] = await silent.claimDeliveries(wants(1));
    expect(await alive.claimDeliveries(wants(10))).toEqual([]);
    await fallSilent();
    const takeUp = async () =>
      (await alive.claimDeliveries(wants(10))).map((due) => [
        wordsOfDelivery(due),
        due.attempts,
        due.doubt?.sendAnyway,
      ]);
    await expect.poll(takeUp, { timeout: 5_000, interval: 50 }).toEqual([["1a", 2, false]]);
    // It comes back and reports on an attempt that is not its own any more.
    await silent.settleDelivery(sending ?? NOTHING, { kind: "later", afterMs: 0 });
    expect(await alive.claimDeliveries(wants(10))).toEqual([]);
  });

  it("is not given up for a break of the database, in which nobody could be heard", async () => {
    await silent.accept(arrival("c1", "m1"));
    await mustLease(silent);
    // Nobody was heard for an hour; the silent one is heard again as soon as the other one is.
    await schema.query(`
      LOCK TABLE worker IN SHARE ROW EXCLUSIVE MODE;
      CREATE FUNCTION hear_all() RETURNS trigger LANGUAGE plpgsql AS
        'BEGIN UPDATE worker SET seen_at = now() + interval ''1 hour'' WHERE id <> new.id; RETURN NULL; END';
      UPDATE worker SET seen_at = now() - interval '1 hour';
      CREATE TRIGGER hear_all AFTER UPDATE ON worker FOR EACH ROW WHEN (pg_trigger_depth() = 0)
        EXECUTE FUNCTION hear_all()`);
    const heard = "SELECT id FROM worker WHERE seen_at > now() - interval '1 minute' ORDER BY id";
    await expect.poll(() => schema.query(heard)).toEqual([{ id: "w1" }, { id: "w2" }]);
    expect(await alive.lease()).toBeUndefined();
  });

  it("is given up as soon as its line has ended, and not while it is only frozen", async () => {
    await silent.accept(arrival("c1", "m1"));
    const late = await mustLease(silent);
    // Silent for longer than a beat, not for as long as makes a process dead.
    await lastHeard("now() + interval '1 hour'");
    await schema.query(
      "CREATE FUNCTION a_beat_ago() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN UPDATE worker SET seen_at = now() - interval ''200 ms'' WHERE id = ''w2''; RETURN NULL; END'",
    );
    await schema.query(
      "CREATE TRIGGER a_beat_ago AFTER UPDATE ON worker FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION a_beat_ago()",
    );
    const beats = () => schema.query("SELECT xmin::text FROM worker WHERE id = 'w1'");
    for (let beat = 0; beat < 6; beat += 1) {
      const before = await beats();
      await expect.poll(beats, { timeout: 5_000 }).not.toEqual(before);
    }
    expect(await alive.lease(), "a frozen process still has its line").toBeUndefined();
    await schema.query(
      "SELECT pg_terminate_backend(l.pid) FROM pg_locks l WHERE l.locktype = 'advisory' AND l.mode = 'ShareLock' AND l.granted AND ((l.classid::bigint << 32) | l.objid::bigint) = hashtextextended('ansim:w2', 0)",
    );
    await expect.poll(() => alive.lease(), { timeout: 5_000, interval: 50 }).toMatchObject({ conversation: "c1" });
    expect(await silent.commit(late, turn(1, ["늦은 답"]))).toBe("fenced");
  });

  it("leaves nothing behind when it ends in order", async () => {
    await silent.accept(arrival("c1", "m1"));
    await mustLease(silent);
    await silent.close();
    expect(await alive.lease()).toMatchObject({ conversation: "c1" });
  });
});
