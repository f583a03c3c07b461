import { mkdtemp, readdir, rm, truncate, utimes } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, it } from "vitest";
import { compressOnce } from "../../../src/channels/web-chat/compress-once.ts";

let root = "";

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "ansim-pages-"));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const kept = (): Promise<readonly string[]> => readdir(join(root, ".cache/web-chat"));

const unpacked = async (texts: readonly string[]): Promise<readonly (readonly string[])[]> =>
  (
    await compressOnce(
      root,
      texts.map((text) => Buffer.from(text)),
    )
  ).map(({ br, gzip }) => [brotliDecompressSync(br).toString(), gunzipSync(gzip).toString()]);

it("gives the same bodies from what was kept, in their order", async () => {
  const both = [
    ["body { color: red }", "body { color: red }"],
    ["안녕하세요", "안녕하세요"],
  ];
  expect(await unpacked(["body { color: red }", "안녕하세요"])).toEqual(both);
  const [name = ""] = await kept();
  await utimes(join(root, ".cache/web-chat", name), 1, 1);
  expect(await unpacked(["body { color: red }", "안녕하세요"])).toEqual(both);
  expect(await kept()).toEqual([name]);
});

it("compresses anew when a body or the order has changed, and keeps the last only", async () => {
  await unpacked(["one", "two"]);
  const before = await kept();
  expect(await unpacked(["two", "one"])).toEqual([
    ["two", "two"],
    ["one", "one"],
  ]);
  expect(await kept()).toHaveLength(1);
  expect(await kept()).not.toEqual(before);
  expect(await unpacked(["tw", "oone"])).toEqual([
    ["tw", "tw"],
    ["oone", "oone"],
  ]);
});

it("compresses anew when what was kept is not whole", async () => {
  await unpacked(["one"]);
  const [name = ""] = await kept();
  await truncate(join(root, ".cache/web-chat", name), 20);
  expect(await unpacked(["one"])).toEqual([["one", "one"]]);
});
