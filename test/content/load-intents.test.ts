import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadIntents } from "../../src/content/load-intents.ts";
import { projectRoot } from "../../src/project-root.ts";
import { copyIntents, type IntentsCopy } from "./copy-intents.ts";

let copy: IntentsCopy;
beforeEach(async () => {
  copy = await copyIntents();
});
afterEach(() => copy.remove());

const faults = async () =>
  (await loadIntents(copy.root)).errors.map(({ file, line, message }) => `${file}:${line} ${message}`);

/** Puts an example before the others of a language; the line on which it stands. */
const addExample = async (label: string, language: "ko" | "en", text: string): Promise<number> => {
  const head = `  ${language}:\n`;
  await copy.change(label, (yaml) => yaml.replace(head, `${head}    - "${text}"\n`));
  return (await copy.read(label)).split("\n").findIndex((line) => line.includes(`- "${text}"`)) + 1;
};

describe("loadIntents", () => {
  it("finds no fault in the shipped files", async () => {
    expect((await loadIntents(projectRoot)).errors).toEqual([]);
  });

  it("refuses a near copy within an intent and a language, with its line", async () => {
    const before = await addExample("waiver_window", "ko", "예비 문장이 하나 더 있으면 어떻게 되나요");
    await addExample("waiver_window", "ko", "예비문장이 하나 더 있으면 어떻게 되나요?");
    expect(await faults()).toEqual([
      `intents/waiver_window.yaml:${before + 1} "예비 문장이 하나 더 있으면 어떻게 되나요" is nearly the same as "예비문장이 하나 더 있으면 어떻게 되나요?"`,
    ]);
  });

  it("lets two intents say nearly the same, but not quite the same", async () => {
    await addExample("waiver_window", "en", "a spare sentence about nothing at all");
    await addExample("waiver_payout", "en", "a spare sentence about nothing at all!");
    expect(await faults()).toEqual([]);
    const line = await addExample("waiver_reason", "en", "A spare sentence about nothing at all");
    expect(await faults()).toEqual([
      `intents/waiver_reason.yaml:${line} "A spare sentence about nothing at all" is also an example of waiver_window`,
    ]);
  });

  it("lets short words of the talk be alike", async () => {
    await addExample("affirm", "ko", "네네네에요");
    await addExample("affirm", "ko", "네네네에요오");
    expect(await faults()).toEqual([]);
  });
});
