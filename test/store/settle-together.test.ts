import { expect, test } from "vitest";
import type { Report } from "../../src/store/settle-delivery.ts";
import { settleTogether } from "../../src/store/settle-together.ts";

const sent = { kind: "sent" } as const;
const attempt = (id: number) => ({ id, attempts: 1 });

/** Runs each write in a round of its own, as the queue does, and counts them. */
function start(settle: (reports: readonly Report[]) => boolean) {
  const sizes: number[] = [];
  const write = (change: () => boolean): Promise<boolean> =>
    new Promise((resolve, reject) => {
      setImmediate(() => {
        try {
          resolve(change());
        } catch (error) {
          reject(error);
        }
      });
    });
  const report = settleTogether(write, (reports) => {
    sizes.push(reports.length);
    return settle(reports);
  });
  return { report, sizes };
}

test("reports that come together share one write, and what comes later has the next", async () => {
  const { report, sizes } = start((reports) => reports.some(({ attempt: { id } }) => id === 2));
  expect(await Promise.all([1, 2, 3].map((id) => report(attempt(id), sent)))).toEqual([true, true, true]);
  expect(await report(attempt(4), sent)).toBe(false);
  expect(sizes).toEqual([3, 1]);
});

test("one that cannot be noted does not harm the others", async () => {
  const noted: number[] = [];
  const { report, sizes } = start((reports) => {
    if (reports.some(({ attempt: { id } }) => id === 2)) throw new Error("broken");
    noted.push(...reports.map(({ attempt: { id } }) => id));
    return false;
  });
  const ends = await Promise.allSettled([1, 2, 3].map((id) => report(attempt(id), sent)));
  expect(ends.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(noted).toEqual([1, 3]);
  expect(sizes).toEqual([3, 1, 1, 1]);
});

test("a write that is refused before it begins does not hold the next ones", async () => {
  let refuses = true;
  const report = settleTogether(
    async (change) => {
      if (refuses) throw new Error("too much waits");
      return change();
    },
    () => false,
  );
  await expect(report(attempt(1), sent)).rejects.toThrow("too much waits");
  refuses = false;
  expect(await report(attempt(2), sent)).toBe(false);
});
