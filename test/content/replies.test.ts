import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkContent } from "../../src/cli/content-check.ts";
import { allowedHosts } from "../../src/content/allowed-hosts.ts";
import { approvalOf, isStale } from "../../src/content/approved-reply.ts";
import { checkReplies, staleReplies } from "../../src/content/check-replies.ts";
import { quoteFacts } from "../../src/content/compose.ts";
import type { Pack } from "../../src/content/content.ts";
import { loadContent } from "../../src/content/load-content.ts";
import { loadReplies } from "../../src/content/load-replies.ts";
import { LANGUAGES } from "../../src/core/language.ts";
import { createCheckReply } from "../../src/handoff/check-reply.ts";
import { redact } from "../../src/privacy/redact.ts";
import { projectRoot } from "../../src/project-root.ts";

const content = await loadContent(projectRoot);
const found = content.packs.get("kt-2025");
if (found === undefined) throw new Error("no pack");
const pack: Pack = found;

const FILE = "replies.yaml";
let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "ansim-replies-"));
  await cp(join(projectRoot, "dialogs/incidents/kt-2025", FILE), join(root, FILE));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const load = async (change: (yaml: string) => string) => {
  const file = join(root, FILE);
  await writeFile(file, change(await readFile(file, "utf8")));
  return loadReplies(root, ".", pack.facts);
};
/** All faults, those of the file and those beside the rest of the pack. */
const faults = async (from: string | RegExp, to: string): Promise<string> => {
  const read = await load((yaml) => yaml.replace(from, to));
  const errors = read.ok ? checkReplies({ ...pack, replies: read.value }, ".") : read.errors;
  return errors.map(({ file, line, message }) => `${file}:${line ?? ""} ${message}`).join("\n");
};

describe("approved replies", () => {
  it("of the shipped pack are without fault, approved as they stand, and pass what every reply must pass", () => {
    expect(checkReplies(pack, ".")).toEqual([]);
    expect(staleReplies(pack)).toEqual([]);
    expect(pack.replies.length).toBeGreaterThanOrEqual(8);
    const check = createCheckReply(allowedHosts(pack));
    for (const { key, body } of pack.replies) {
      for (const language of LANGUAGES) {
        const words = quoteFacts(pack, body[language], language).replaceAll(/\{\{customer\.[a-z_]+\}\}/g, "채움");
        expect([key, check(words), redact(words)]).toEqual([key, undefined, words]);
      }
    }
  });

  it("are none where the pack has no file of them", async () => {
    await rm(join(root, FILE));
    expect(await loadReplies(root, ".", pack.facts)).toEqual({ ok: true, value: [] });
  });

  it.each([
    ["an unknown fact", "{{fact.line.police}}", "{{fact.line.nobody}}", "quotes the unknown fact line.nobody"],
    ["a number of its own", "지금 돈이", "지금 500만 원이", "the number 500 does not come from a fact"],
    ["a promise", "고맙습니다.", "반드시 받으실 수 있어요.", "may not say"],
    ["a link", "읽고 있어요.", "https://example.com 을 보세요.", "holds a link"],
    ["an unknown source", "sources: [kcc]", "sources: [nobody]", "unknown source nobody"],
    ["facts without a source", "  sources: [kcc]\n", "", "names no source"],
    ["a source that is younger", "valid_from: 2026-01-14", "valid_from: 2025-12-30", "is younger than the reply"],
    ["an unknown reason of a verdict", "[MP_NEW_REPORT,", "[NO_SUCH_CODE,", "there is no reason NO_SUCH_CODE"],
    ["an unknown intent", "[waiver_payout]", "[waiver_nothing]", "fits.intents"],
    ["nothing that it fits", "fits: { intents: [waiver_payout] }", "fits: {}", "refund-not-come: fits nothing"],
    ["a blank that is not declared", "{{customer.applied}}에", "{{customer.day}}에", 'has the blanks "day" in ko'],
    ["other braces", "{{customer.charge}} 결제를", "{charge} 결제를", "neither a fact nor a blank"],
    ["a language that is missing", /\n {2}en: \|\n {4}I cannot judge[\s\S]*?(?=\n\n\S)/, "", "message-genuine.en"],
  ])("are refused with %s", async (_, from, to, fault) => {
    expect(await faults(from, to)).toContain(fault);
  });

  it("tell the line of the fault", async () => {
    expect(await faults("{{customer.charge}} 결제를", "{charge} 결제를")).toMatch(
      /replies\.yaml:\d+ suspicious-charge/,
    );
  });

  it("need a look again when their words or a fact behind them change, and only then", async () => {
    const police = pack.facts.get("line.police");
    if (police === undefined) throw new Error("no such fact");
    const other = new Map(pack.facts).set("line.police", { ...police, value: "113" });
    const moved = new Map(pack.facts).set("line.police", { ...police, grade: "B" });
    const stale = (facts: Pack["facts"]) =>
      pack.replies
        .filter((reply) => isStale({ ...reply, approval: approvalOf(reply.body, facts) }))
        .map(({ key }) => key);
    expect(stale(other)).toEqual(["money-leaving", "suspicious-charge"]);
    expect(stale(moved)).toEqual([]);
    const read = await load((yaml) => yaml.replace("읽고 있어요.", "보고 있어요."));
    expect(read.ok && read.value.filter(isStale).map(({ key }) => key)).toEqual(["first-words"]);
  });
});

describe("content -- check", () => {
  it("names the replies that need a look, with what to write once a person has looked", async () => {
    const whole = await mkdtemp(join(tmpdir(), "ansim-content-"));
    try {
      for (const folder of ["intents", "dialogs", "docs/policies"]) {
        await cp(join(projectRoot, folder), join(whole, folder), { recursive: true });
      }
      const file = join(whole, "dialogs/incidents/kt-2025", FILE);
      await writeFile(file, (await readFile(file, "utf8")).replace("읽고 있어요.", "보고 있어요."));
      const { code, text } = await checkContent(whole);
      expect([code, text]).toEqual([
        1,
        expect.stringMatching(/1 approved replies[\s\S]*first-words: .*approved: "[0-9a-f]{16}"/),
      ]);
      // The program starts all the same.
      expect((await loadContent(whole)).packs.size).toBe(1);
    } finally {
      await rm(whole, { recursive: true, force: true });
    }
  });
});
