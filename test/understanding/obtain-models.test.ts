import { mkdtemp, readdir, rm, truncate } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { obtainModels, obtainNamedModels } from "../../src/understanding/index.ts";
import { shippedModels } from "./shipped-intents.ts";

const samples = [
  { language: "ko", text: "위약금 면제", intent: "waiver_window" },
  { language: "ko", text: "유심 교체", intent: "usim_how" },
  { language: "en", text: "waiver", intent: "waiver_window" },
  { language: "en", text: "replace my sim", intent: "usim_how" },
] as const;
const negatives = [{ language: "ko", text: "날씨" }] as const;

describe("models", () => {
  let root = "";
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), "models-"));
  });
  afterEach(() => rm(root, { recursive: true }));
  const files = async () => (await readdir(join(root, ".cache/models"))).sort();

  it("are kept, and trained anew when the samples change", async () => {
    const first = await obtainModels({ samples, negatives, root });
    const kept = await files();
    expect(kept.length).toBe(2);
    const again = await obtainModels({ samples, negatives, root });
    expect(await files()).toEqual(kept);
    expect(again.ko.classify("위약금")).toEqual(first.ko.classify("위약금"));
    await obtainModels({ samples: samples.slice(0, 3), negatives, root });
    expect((await files()).length).toBe(4);
  });

  it("are trained anew when a file was cut short", async () => {
    await obtainModels({ samples, negatives, root });
    for (const name of await files()) await truncate(join(root, ".cache/models", name), 50);
    const models = await obtainModels({ samples, negatives, root });
    expect(models.ko.classify("유심 교체").intent).toBe("usim_how");
    expect((await files()).every((name) => name.endsWith(".bin"))).toBe(true);
  });

  it("known by a name are taken without a look at the texts; when one is gone, it is trained from them", async () => {
    let looks = 0;
    const named = (name: string) =>
      obtainNamedModels(name, root, () => {
        looks += 1;
        return { samples, negatives };
      });
    const first = await named("a");
    const again = await named("a");
    expect(looks).toBe(1);
    expect(again.en.classify("waiver")).toEqual(first.en.classify("waiver"));
    const bins = (await files()).filter((name) => name.endsWith(".bin"));
    await truncate(join(root, ".cache/models", bins[0] ?? ""), 50);
    expect((await named("a")).en.classify("waiver")).toEqual(first.en.classify("waiver"));
    expect(looks).toBe(2);
    await named("b");
    expect(looks).toBe(3);
    expect((await files()).filter((name) => name.endsWith(".bin"))).toEqual(bins);
  });

  it("of the shipped intents load at once", { timeout: 300_000 }, async () => {
    await shippedModels();
    const times: number[] = [];
    for (let turn = 0; turn < 3; turn++) {
      const started = performance.now();
      await shippedModels();
      times.push(performance.now() - started);
    }
    expect(Math.min(...times)).toBeLessThan(400);
  });
});
