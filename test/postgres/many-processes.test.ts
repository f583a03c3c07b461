import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { conversationId } from "../../src/core/ids.ts";
import type { Lease } from "../../src/ports/store.ts";
import type { SharedStore } from "../../src/store/postgres/open-postgres.ts";
import {
  arrival,
  converse,
  LEASE_MS,
  mustLease,
  turn,
  wants,
  wordsOf,
  wordsOfDelivery,
} from "../contract/store-fixtures.ts";
import { hasPostgres, newSchema, type TestSchema } from "./new-schema.ts";

const PROCESSES = 3;
const c1 = conversationId("c1");

describe.skipIf(!hasPostgres())("several processes on one database", () => {
  let schema: TestSchema;
  let stores: readonly SharedStore[];
  const [first, second] = [() => at(0), () => at(1)];
  const at = (index: number): SharedStore => {
    const store = stores[index % stores.length];
    if (store === undefined) throw new Error("There is no such store.");
    return store;
  };
  beforeEach(async () => {
    schema = await newSchema();
    stores = await Promise.all(Array.from({ length: PROCESSES }, () => schema.open()));
  });
  afterEach(async () => {
    await Promise.all(stores.map((store) => store.close()));
    await schema.drop();
  });

  it("lease each conversation to one holder", async () => {
    const ids = Array.from({ length: 40 }, (_, i) => `c${i}`);
    await Promise.all(ids.map((id, i) => at(i).accept(arrival(id, id))));
    const asked = await Promise.all(Array.from({ length: 60 }, (_, i) => at(i).lease()));
    const leases = asked.filter((lease): lease is Lease => lease !== undefined);
    // A row that another process looks at in this very moment is skipped; the next asking finds it.
    for (let lease = await first().lease(); lease !== undefined; lease = await first().lease()) leases.push(lease);
    expect(leases.map(({ conversation }) => conversation).toSorted()).toEqual(ids.toSorted());
    expect(leases.map(({ pending }) => pending.length)).toEqual(ids.map(() => 1));
  });

  it("take a key once, whoever is asked, and agree on its place", async () => {
    const keys = Array.from({ length: 30 }, (_, i) => `m${i}`);
    const answers = await Promise.all(
      Array.from({ length: PROCESSES }, (_, i) => Promise.all(keys.map((key) => at(i).accept(arrival("c1", key))))),
    );
    for (const [index] of keys.entries()) {
      const given = answers.map((of) => of[index]);
      expect(given.filter((answer) => answer?.kind === "accepted")).toHaveLength(1);
      expect(new Set(given.map((answer) => answer?.seq)).size).toBe(1);
    }
    expect((await first().entries(c1, 0)).map(({ seq }) => seq)).toEqual(keys.map((_, i) => i + 1));
  });

  it("answer all who bring the same key in the same moment", async () => {
    for (let n = 1; n <= 30; n += 1) {
      const answers = await Promise.all(stores.map((store) => store.accept(arrival("c1", `m${n}`))));
      expect(answers.map(({ kind }) => kind).toSorted()).toEqual(["accepted", "duplicate", "duplicate"]);
      expect(answers.map(({ seq }) => seq)).toEqual([n, n, n]);
    }
  });

  it("take a key once even when it comes for two conversations", async () => {
    const kinds = await Promise.all(
      Array.from({ length: 12 }, async (_, i) => (await at(i).accept(arrival(`c${i}`, "same"))).kind),
    );
    expect(kinds.filter((kind) => kind === "accepted")).toHaveLength(1);
    expect((await mustLease(first())).pending).toHaveLength(1);
    expect(await second().lease()).toBeUndefined();
  });

  it("give places without gaps, keep the order of each process, and never show a later place first", async () => {
    const each = 60;
    const seen: number[] = [];
    let done = false;
    const watching = (async () => {
      while (!done) for (const { seq } of await at(2).entries(c1, seen.at(-1) ?? 0)) seen.push(seq);
    })();
    const speak = async (process: number) => {
      // In small crowds, so that the processes meet.
      for (let n = 0; n < each; n += 6) {
        await Promise.all(
          Array.from({ length: 6 }, (_, i) => at(process).accept(arrival("c1", `${process}-${n + i}`))),
        );
      }
    };
    await Promise.all([speak(0), speak(1)]);
    done = true;
    await watching;
    const entries = await first().entries(c1, 0);
    expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 2 * each }, (_, i) => i + 1));
    for (const process of [0, 1]) {
      const own = entries.map(({ body }) => wordsOf(body)).filter((words) => words.startsWith(`${process}-`));
      expect(own).toEqual(Array.from({ length: each }, (_, i) => `${process}-${i}`));
    }
    expect(seen).toEqual(entries.slice(0, seen.length).map(({ seq }) => seq));
  });

  it("accept for many of the same conversations at once without waiting for each other in a ring", async () => {
    const ids = Array.from({ length: 20 }, (_, i) => `c${i}`);
    for (let round = 0; round < 5; round += 1) {
      const crowds = [ids, ids.toReversed(), ids].map((order, process) =>
        Promise.all(order.map((id) => at(process).accept(arrival(id, `${id}-${round}-${process}`)))),
      );
      await Promise.all(crowds);
    }
    expect((await first().conversation(conversationId("c7")))?.lastSeq).toBe(15);
  });

  it("fence out a holder at another process whose lease expired", async () => {
    const clock = await schema.stopClock();
    await first().accept(arrival("c1", "m1"));
    const late = await mustLease(first());
    await clock.advance(LEASE_MS - 1);
    expect(await second().lease()).toBeUndefined();
    await clock.advance(1);
    const next = await mustLease(second());
    const both = await Promise.all([
      first().commit(late, turn(1, ["늦은 답"])),
      second().commit(next, turn(1, ["답"])),
    ]);
    expect(both).toEqual(["fenced", "committed"]);
    await first().release(late);
    expect((await first().entries(c1, 0)).map(({ body }) => wordsOf(body))).toEqual(["m1", "답"]);
    expect(await at(2).claimDeliveries(wants(10))).toHaveLength(1);
  });

  it("see what a holder before them wrote last", async () => {
    for (let n = 1; n <= 20; n += 1) {
      const store = at(n);
      await at(n + 1).accept(arrival("c1", `m${n}`));
      const lease = await mustLease(store);
      expect(lease.state?.unclear ?? 0).toBe(n - 1);
      expect(lease.pending).toHaveLength(1);
      const changes = turn(lease.pending[0]?.seq ?? 0, ["답"]);
      await store.commit(lease, { ...changes, state: { ...changes.state, unclear: n } });
      await store.release(lease);
    }
  });

  it("claim each delivery once and keep the order of its lane", async () => {
    const ids = Array.from({ length: 12 }, (_, i) => `c${i}`);
    for (const [i, id] of ids.entries()) await converse(at(i), id, id, [`${id}a`, `${id}b`, `${id}c`]);
    const sent: string[] = [];
    const send = async (store: SharedStore) => {
      for (let idle = 0; idle < 3; ) {
        const due = await store.claimDeliveries(wants(5));
        idle = due.length === 0 ? idle + 1 : 0;
        for (const delivery of due) {
          sent.push(wordsOfDelivery(delivery));
          await store.settleDelivery(delivery, { kind: "sent" });
        }
      }
    };
    await Promise.all(stores.map(send));
    await send(first());
    expect(sent).toHaveLength(3 * ids.length);
    for (const id of ids) {
      expect(sent.filter((words) => words.slice(0, -1) === id)).toEqual([`${id}a`, `${id}b`, `${id}c`]);
    }
  });

  it("have one key in common", async () => {
    const keys = await Promise.all(stores.map((store, i) => store.sharedKey("sign", () => Buffer.alloc(32, i))));
    expect(new Set(keys.map((key) => key.toString("hex"))).size).toBe(1);
    expect(keys[0]).toHaveLength(32);
  });
});
