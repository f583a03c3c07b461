import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { conversationId } from "../../src/core/ids.ts";
import type { Want } from "../../src/ports/store.ts";
import type { SharedStore } from "../../src/store/postgres/open-postgres.ts";
import { converse, NOTHING, wants, wordsOfDelivery } from "../contract/store-fixtures.ts";
import { hasPostgres, newSchema, type TestSchema } from "./new-schema.ts";

const PROCESSES = 4;
const SLOW: Want = { target: "web-chat", max: 3, budget: { perSecond: 5, burst: 7 } };

describe.skipIf(!hasPostgres())("processes that send to one target", () => {
  let schema: TestSchema;
  let stores: readonly SharedStore[];
  let clock: { advance(ms: number): Promise<void> };
  beforeEach(async () => {
    schema = await newSchema();
    stores = await Promise.all(Array.from({ length: PROCESSES }, () => schema.open()));
    clock = await schema.stopClock();
    await Promise.all(stores.map((store, i) => converseMany(store, i)));
  });
  afterEach(async () => {
    await Promise.all(stores.map((store) => store.close()));
    await schema.drop();
  });

  const converseMany = async (store: SharedStore, process: number): Promise<void> => {
    for (let n = 0; n < 6; n += 1) await converse(store, `c${process}-${n}`, `m${process}-${n}`, ["답"]);
  };
  const claimEverywhere = async (want: Want): Promise<number> => {
    const rounds = Array.from({ length: 5 }, () => stores.map((store) => store.claimDeliveries([want]))).flat();
    return (await Promise.all(rounds)).flat().length;
  };

  it("spend one budget, however they ask", async () => {
    expect(await claimEverywhere(SLOW)).toBe(7);
    expect(await claimEverywhere(SLOW)).toBe(0);
    await clock.advance(600);
    expect(await claimEverywhere(SLOW)).toBe(3);
    await clock.advance(60_000);
    expect(await claimEverywhere(SLOW)).toBe(7);
  });

  it("all wait when one of them was asked to", async () => {
    const [first] = (await stores[0]?.claimDeliveries(wants(1))) ?? [];
    await stores[0]?.settleDelivery(first ?? NOTHING, { kind: "later", afterMs: 30_000, holds: "target" });
    await stores[1]?.claimDeliveries([]);
    await clock.advance(29_999);
    expect(await claimEverywhere(SLOW)).toBe(0);
    await clock.advance(1);
    expect(await claimEverywhere(SLOW)).toBe(7);
  });

  it("collect a customer's words once, without a gap", async () => {
    const c = conversationId("c0-0");
    for (let n = 0; n < 4; n += 1) await converse(stores[n] ?? fail(), c, `more-${n}`, [`${n}`]);
    const parts = await Promise.all(stores.map((store) => store.collect(c, 2)));
    const found = parts.filter((part) => part.length > 0).map((part) => part.map(wordsOfDelivery));
    expect(found).toEqual([["답", "0"]]);
  });
});

const fail = (): never => {
  throw new Error("There is no such process.");
};
