import { describe, expect, it } from "vitest";
import { type BatchWith, createBatchLane } from "../../src/store/postgres/batch-lane.ts";

const watched = (largest: number, more: Partial<BatchWith> = {}) => {
  const batches: string[][] = [];
  const lane = createBatchLane<string, string>(
    async (items) => {
      batches.push([...items]);
      await new Promise((resolve) => setImmediate(resolve));
      if (items.some((item) => item.startsWith("bad"))) throw new Error(items.join());
      return (index) => `${items[index]}!`;
    },
    { largest, harmless: () => true, ...more },
  );
  return { lane, batches };
};

describe("createBatchLane", () => {
  it("does together what came together, in order, and what comes meanwhile after it", async () => {
    const { lane, batches } = watched(3);
    const first = Promise.all(["a", "b", "c", "d"].map((item) => lane.add(item)));
    await lane.add("e");
    expect(await first).toEqual(["a!", "b!", "c!", "d!"]);
    expect(batches).toEqual([
      ["a", "b", "c"],
      ["d", "e"],
    ]);
    expect(await lane.add("f")).toBe("f!");
  });

  it("lets one that fails harm no other, each tried once more, alone and in order", async () => {
    const { lane, batches } = watched(9);
    const results = await Promise.allSettled(["a", "bad", "b"].map((item) => lane.add(item)));
    expect(results).toMatchObject([{ value: "a!" }, { reason: new Error("bad") }, { value: "b!" }]);
    expect(batches).toEqual([["a", "bad", "b"], ["a"], ["bad"], ["b"]]);
  });

  it("repeats nothing whose outcome is unknown", async () => {
    const { lane, batches } = watched(9, { harmless: () => false });
    const results = await Promise.allSettled(["a", "bad"].map((item) => lane.add(item)));
    expect(results.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(batches).toHaveLength(1);
    expect(await lane.add("b")).toBe("b!");
  });
});
