import { beforeAll, describe, expect, it } from "vitest";
import { checkWords } from "../../src/content/check-answers.ts";
import { checkPack } from "../../src/content/check-pack.ts";
import type { Answer, Pack } from "../../src/content/content.ts";
import { loadContent } from "../../src/content/load-content.ts";
import { projectRoot } from "../../src/project-root.ts";

let pack: Pack;

beforeAll(async () => {
  const content = await loadContent(projectRoot);
  const found = content.packs.get("kt-2025");
  if (found === undefined) throw new Error("no pack");
  pack = found;
}, 30_000);

const messages = (changed: Pack): string =>
  checkPack(changed, "p")
    .map(({ file, message }) => `${file} ${message}`)
    .join("\n");

function withAnswer(id: string, change: (variants: readonly Answer[]) => readonly Answer[]): Pack {
  return { ...pack, answers: new Map(pack.answers).set(id, change(pack.answers.get(id) ?? [])) };
}

const head = (answer: Answer, change: Partial<Answer["head"]>): Answer => ({
  ...answer,
  head: { ...answer.head, ...change },
});

describe("checkPack", () => {
  it("finds no fault in the shipped pack", () => {
    expect(messages(pack)).toBe("");
  });

  it("refuses an intent without an answer", () => {
    expect(messages({ ...pack, answers: new Map([...pack.answers].filter(([id]) => id !== "waiver_mvno")) })).toContain(
      "no answer for waiver_mvno",
    );
  });

  it("refuses a hole, an overlap and an end in time", () => {
    expect(messages(withAnswer("waiver_window", (all) => all.slice(1)))).toContain("no answer between");
    expect(messages(withAnswer("waiver_window", (all) => all.filter((_, index) => index !== 1)))).toContain(
      "must start on the day after",
    );
    expect(messages(withAnswer("waiver_window", (all) => all.slice(0, -1)))).toContain("no answer after");
  });

  it("refuses a source that is unknown, younger than the answer, or only a preview", () => {
    const first = (sources: string[]) =>
      withAnswer("waiver_window", ([answer, ...rest]) => (answer ? [head(answer, { sources }), ...rest] : rest));
    expect(messages(first(["nowhere"]))).toContain("unknown source nowhere");
    expect(messages(first(["newspim114"]))).toContain("is younger than the answer");
    expect(messages(first(["herald1229"]))).toContain("is preview");
  });

  it("refuses a case that the policy decides otherwise", () => {
    const [example, ...rest] = pack.cases;
    if (example === undefined) throw new Error("no case");
    const other = example.verdict === "eligible" ? "ineligible" : "eligible";
    expect(messages({ ...pack, cases: [{ ...example, verdict: other }, ...rest] })).toContain(example.name);
  });

  it("refuses a fact that is older than its source", () => {
    const [key, fact] = [...pack.facts].find(([name]) => name === "waiver.window_from") ?? [];
    if (key === undefined || fact === undefined) throw new Error("no fact");
    const facts = new Map(pack.facts).set(key, { ...fact, valid_from: "2025-01-01" });
    expect(messages({ ...pack, facts })).toContain("before its first source");
  });
});

describe("checkWords", () => {
  it.each([
    ["위약금은 2026년까지예요", "does not come from a fact"],
    ["{{fact.no.such}}까지예요", "unknown fact no.such"],
    ["https://kt.com 에서 보세요", "holds a link"],
    ["이제 안전해요", "may not say"],
    ["꼭 보장해요", "may not say"],
    ["We guarantee it", "may not say"],
  ])("refuses: %s", (words, why) => {
    expect(
      checkWords(pack, words, "f")
        .map(({ message }) => message)
        .join(),
    ).toContain(why);
  });

  it("refuses a fact before it was public", () => {
    expect(checkWords(pack, "{{fact.waiver.window_from}}", "f", "2025-10-01")).toHaveLength(1);
    expect(checkWords(pack, "{{fact.waiver.window_from}}", "f", "2025-12-30")).toHaveLength(0);
  });
});
