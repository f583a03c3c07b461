import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { caseId } from "../../src/core/ids.ts";
import type { StoreNews } from "../../src/ports/store.ts";
import type { SharedStore } from "../../src/store/postgres/open-postgres.ts";
import { arrival, mustLease, turn, wants } from "../contract/store-fixtures.ts";
import { hasPostgres, newSchema, type TestSchema } from "./new-schema.ts";

describe.skipIf(!hasPostgres())("what processes tell each other", () => {
  let schema: TestSchema;
  let here: SharedStore;
  let there: SharedStore;
  let work: string[];
  let news: StoreNews[];
  beforeEach(async () => {
    schema = await newSchema();
    here = await schema.open({ beatMs: 200 });
    const other = new URL(schema.url);
    other.searchParams.set("application_name", "there");
    there = await schema.open({ beatMs: 200, url: other.href });
    [work, news] = [[], []];
    here.onWork((kind) => work.push(kind));
    here.onNews((one) => news.push(one));
  });
  afterEach(async () => {
    await Promise.all([here.close(), there.close()]);
    await schema.drop();
  });

  it("tells of arrivals, deliveries, and what people should see", async () => {
    await there.accept(arrival("c1", "m1"));
    await expect.poll(() => [work, news]).toEqual([["arrival"], [{ kind: "entries", conversation: "c1" }]]);
    [work, news] = [[], []];
    const desk = { kind: "case-changed", case: caseId("k1") } as const;
    const changes = turn(1, ["답"]);
    await there.commit(await mustLease(there), {
      ...changes,
      deliveries: [...changes.deliveries, { target: "desk", news: desk }],
    });
    await expect.poll(() => work).toEqual(["delivery"]);
    expect(await there.claimDeliveries(wants(10))).toHaveLength(2);
    await expect
      .poll(() => news)
      .toEqual([
        { kind: "entries", conversation: "c1" },
        { kind: "desk", news: desk },
      ]);
  });

  it("tells nobody of what it did itself as if another had done it", async () => {
    await here.accept(arrival("c1", "m1"));
    await there.accept(arrival("c2", "m2"));
    await expect.poll(() => news).toEqual([{ kind: "entries", conversation: "c2" }]);
    expect(work).toEqual(["arrival", "arrival"]);
  });

  it("tells of more conversations than one notification holds", async () => {
    const ids = Array.from({ length: 60 }, (_, i) => `${i}-${"x".repeat(400)}`);
    await Promise.all(ids.map((id) => there.accept(arrival(id, id))));
    await expect
      .poll(() => new Set(news.flatMap((one) => (one.kind === "entries" ? [one.conversation] : []))).size)
      .toBe(ids.length);
  });

  it("says that something may have been missed when the line was cut, and hears again", async () => {
    const toldThere: StoreNews[] = [];
    there.onNews((one) => toldThere.push(one));
    expect(await schema.cutConnections()).toBeGreaterThan(0);
    await expect.poll(() => news, { timeout: 5_000 }).toContainEqual({ kind: "missed" });
    expect(work).toEqual(expect.arrayContaining(["arrival", "delivery"]));
    await expect.poll(() => toldThere).toContainEqual({ kind: "missed" });
    await there.accept(arrival("c9", "m1"));
    await expect.poll(() => news).toContainEqual({ kind: "entries", conversation: "c9" });
  });
});
