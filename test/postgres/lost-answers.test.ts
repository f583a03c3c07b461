import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { AppError } from "../../src/core/app-error.ts";
import { type Database, openDatabase } from "../../src/store/postgres/database.ts";
import { holdDeliveries } from "../../src/store/postgres/hold-deliveries.ts";
import { holdLeases } from "../../src/store/postgres/hold-leases.ts";
import type { SharedStore } from "../../src/store/postgres/open-postgres.ts";
import { arrival, converse, NOTHING, turn, wants, wordsOfDelivery } from "../contract/store-fixtures.ts";
import { hasPostgres, newSchema, type TestSchema } from "./new-schema.ts";

const WORKER = "w1";

describe.skipIf(!hasPostgres())("answers of the database that are lost with their connection", () => {
  let schema: TestSchema;
  let store: SharedStore;
  let db: Database;
  let doubt: () => void;
  /** Statements that are done, while their answer never arrives; each once. */
  let losing: string[];
  beforeEach(async () => {
    schema = await newSchema();
    store = await schema.open();
    const real = openDatabase(schema.url, () => undefined);
    losing = [];
    db = {
      ...real,
      run: async (statement, ...values) => {
        const rows = await real.run(statement, ...values);
        if (!losing.includes(statement.name)) return rows;
        losing = losing.filter((name) => name !== statement.name);
        doubt();
        throw new AppError("STORE_UNAVAILABLE", "The connection is gone.");
      },
    };
  });
  afterEach(async () => {
    await db.close();
    await store.close();
    await schema.drop();
  });

  it("do not keep a conversation waiting until a lease expires that nobody knows of", async () => {
    const leases = holdLeases(db, { worker: WORKER, leaseMs: 600_000 });
    doubt = leases.doubt;
    await store.accept(arrival("c1", "m1"));
    const kept = await leases.take();
    await store.accept(arrival("c2", "m2"));
    losing = ["lease"];
    await expect(leases.take()).rejects.toMatchObject({ code: "STORE_UNAVAILABLE" });
    const again = await leases.take();
    expect(again?.conversation).toBe("c2");
    expect(await leases.take()).toBeUndefined();
    // What it knows of it keeps.
    if (kept !== undefined) expect(await leases.commit(kept, turn(1, ["답"]))).toBe("committed");
  });

  it("do not keep a conversation that could not be given back", async () => {
    const leases = holdLeases(db, { worker: WORKER, leaseMs: 600_000 });
    doubt = leases.doubt;
    await store.accept(arrival("c1", "m1"));
    const lease = await leases.take();
    if (lease === undefined) throw new Error("There was nothing to lease.");
    losing = ["commit"];
    await expect(leases.commit(lease, turn(1, ["답"]))).rejects.toMatchObject({ code: "STORE_UNAVAILABLE" });
    losing = ["release"];
    await expect(leases.release(lease)).rejects.toMatchObject({ code: "STORE_UNAVAILABLE" });
    await store.accept(arrival("c1", "m2"));
    // The turn was written, its answer lost: it is not handled a second time.
    expect((await leases.take())?.pending.map(({ seq }) => seq)).toEqual([3]);
  });

  it("do not hold a delivery back that was claimed and never sent, and count no attempt for it", async () => {
    const deliveries = holdDeliveries(db, { worker: WORKER, sendingMs: 600_000, lateMs: 0 });
    doubt = deliveries.doubt;
    await converse(store, "c1", "m1", ["1a", "1b"]);
    losing = ["claim"];
    await expect(deliveries.claim(wants(10))).rejects.toMatchObject({ code: "STORE_UNAVAILABLE" });
    const due = await deliveries.claim(wants(10));
    expect(due.map((delivery) => [wordsOfDelivery(delivery), delivery.attempts])).toEqual([["1a", 1]]);
  });

  it("do not make what was sent go out again", async () => {
    const deliveries = holdDeliveries(db, { worker: WORKER, sendingMs: 600_000, lateMs: 0 });
    doubt = deliveries.doubt;
    await converse(store, "c1", "m1", ["1a", "1b"]);
    const [first] = await deliveries.claim(wants(10));
    const real = db.run;
    db.run = async () => {
      throw new AppError("STORE_UNAVAILABLE", "The database is away.");
    };
    await expect(deliveries.settle(first ?? NOTHING, { kind: "sent" })).rejects.toMatchObject({
      code: "STORE_UNAVAILABLE",
    });
    db.run = real;
    deliveries.doubt();
    expect((await deliveries.claim(wants(10))).map(wordsOfDelivery)).toEqual(["1b"]);
    expect(await schema.query("SELECT state FROM outbox ORDER BY id")).toEqual([
      { state: "sent" },
      { state: "sending" },
    ]);
  });
});
