import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { learnFrom } from "../../src/cli/content-learn.ts";
import { loadIntents } from "../../src/content/load-intents.ts";
import type { Intent } from "../../src/core/intent.ts";
import type { Store } from "../../src/ports/store.ts";
import { openSqlite } from "../../src/store/open-sqlite.ts";
import { copyIntents, type IntentsCopy } from "../content/copy-intents.ts";
import { manualClock } from "../contract/manual-clock.ts";
import { agent, arrival, mustLease, turn } from "../contract/store-fixtures.ts";

let copy: IntentsCopy;
let folder: string;
/** Stays open: what is learnt is learnt beside a running program. */
let store: Store;
let seq = 0;

beforeEach(async () => {
  copy = await copyIntents();
  folder = await mkdtemp(join(tmpdir(), "ansim-learn-"));
  store = await openSqlite({ folder, clock: manualClock() });
  seq = 0;
});
afterEach(async () => {
  await store.close();
  await copy.remove();
  await rm(folder, { recursive: true, force: true });
});

const heard = async (text: string, label?: Intent, language: "ko" | "en" = "ko") => {
  await store.accept(arrival("c1", `m${seq}`));
  const lease = await mustLease(store);
  seq += 1;
  const unclear = [{ id: text, text, language, guesses: [], day: "2026-01-10" }];
  await store.commit(lease, turn(lease.pending[0]?.seq ?? 0, [], { unclear }));
  await store.release(lease);
  if (label !== undefined) await store.review(text, { kind: "label", label, agent });
};
const learn = () => learnFrom(copy.root, folder);
const status = async (name: "open" | "labelled" | "proposed") =>
  (await store.reviews(name, 100)).map(({ text }) => text).sort();

describe("content -- learn", () => {
  it("has nothing to do where nothing is labelled", async () => {
    await heard("아직 아무도 안 본 말");
    expect(await learn()).toEqual({ code: 0, text: "Nothing to learn: no sentence with a label waits.\n" });
    expect(await status("open")).toHaveLength(1);
  });

  it("writes what was labelled as examples, marks it, and says so", async () => {
    await heard("코끼리가 위약금 없이 이사 가는 날", "waiver_window");
    await heard("코끼리가 위약금 없이 이사 가는 날");
    await heard("the elephant leaves free of charge, on what day?", "waiver_window", "en");
    const before = await copy.read("waiver_window");
    const { code, text } = await learn();
    expect(code).toBe(0);
    expect(text).toContain('intents/waiver_window.yaml ko "코끼리가 위약금 없이 이사 가는 날" (said 2×)');
    expect(text).toContain("Added: 2. Left out: 0. Files changed: 1. Review with git diff.");
    const { intents, errors } = await loadIntents(copy.root);
    expect(errors).toEqual([]);
    expect(intents.get("waiver_window")?.examples.ko.at(-1)).toBe("코끼리가 위약금 없이 이사 가는 날");
    expect(intents.get("waiver_window")?.examples.en.at(-1)).toBe("the elephant leaves free of charge, on what day?");
    const after = (await copy.read("waiver_window")).split("\n");
    expect(after.filter((line) => !line.includes("코끼리") && !line.includes("elephant"))).toEqual(before.split("\n"));
    expect([await status("labelled"), (await status("proposed")).length]).toEqual([[], 2]);
  });

  it("changes nothing when it is run again", async () => {
    await heard("코끼리가 위약금 없이 이사 가는 날", "waiver_window");
    await learn();
    const once = await copy.read("waiver_window");
    expect((await learn()).text).toMatch(/^Nothing to learn/);
    expect(await copy.read("waiver_window")).toBe(once);
  });

  it("finds what it has written when it was killed before it could mark it", async () => {
    await heard("코끼리가 위약금 없이 이사 가는 날", "waiver_window");
    await copy.change("waiver_window", (yaml) =>
      yaml.replace("  en:\n", '    - "코끼리가 위약금 없이 이사 가는 날"\n  en:\n'),
    );
    const once = await copy.read("waiver_window");
    expect((await learn()).text).toContain("Nothing was written.");
    expect(await copy.read("waiver_window")).toBe(once);
    expect(await status("proposed")).toHaveLength(1);
  });

  it("leaves out near copies, also of what it has just taken", async () => {
    await heard("위약금 면제 언제까지예요!!", "waiver_window");
    await heard("코끼리가 위약금 없이 이사 가는 날", "waiver_window");
    await heard("코끼리가 위약금없이 이사가는 날은?", "waiver_window");
    const { text } = await learn();
    expect(text).toContain('"위약금 면제 언제까지예요!!" is nearly the same as "위약금 면제 언제까지예요?"');
    expect(text).toContain("Added: 1. Left out: 2.");
    expect(await status("labelled")).toEqual([]);
  });

  it("does not put under one label what stands under another, and asks again until that is settled", async () => {
    const before = await copy.read("waiver_payout");
    await heard("위약금 면제 언제까지예요??", "waiver_payout");
    for (const _ of ["first", "second"]) {
      const { code, text } = await learn();
      expect(code).toBe(0);
      expect(text).toContain("was labelled waiver_payout but stands for waiver_window");
      expect(text).toContain("Nothing was written.");
    }
    expect(await copy.read("waiver_payout")).toBe(before);
    expect(await status("labelled")).toHaveLength(1);
  });

  it("does not make an example of what was masked or cut", async () => {
    await heard("[전화번호 가림]로 코끼리 좀 보내 주세요", "contact_agent");
    await heard(`${"코끼리 ".repeat(70)}…`, "complaint");
    const { text } = await learn();
    expect(text).toContain("Added: 0. Left out: 2. Files changed: 0.");
    expect(await status("proposed")).toHaveLength(2);
  });

  it("puts a sentence of several lines on one", async () => {
    await heard("코끼리가\n이사 가는\n날", "waiver_window");
    await learn();
    expect(await copy.read("waiver_window")).toContain('- "코끼리가 이사 가는 날"');
  });

  it("tells what is wrong with a folder without data, or with intents/", async () => {
    const empty = await mkdtemp(join(tmpdir(), "ansim-empty-"));
    expect(await learnFrom(copy.root, empty)).toEqual({ code: 1, text: `There is no data in ${empty}.\n` });
    await rm(empty, { recursive: true });
    await copy.change("waiver_window", (yaml) => yaml.replace("purpose:", "porpoise:"));
    const { code, text } = await learn();
    expect(code).toBe(1);
    expect(text).toContain("intents/waiver_window.yaml");
  });
});
