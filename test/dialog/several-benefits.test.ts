import { beforeAll, describe, expect, it } from "vitest";
import { checkEligibility } from "../../dialogs/check-eligibility/dialog.ts";
import type { Content } from "../../src/content/content.ts";
import { knowledgeOf } from "../../src/content/knowledge.ts";
import { loadContent } from "../../src/content/load-content.ts";
import { newConversation } from "../../src/core/conversation.ts";
import type { Facts } from "../../src/core/fact.ts";
import { projectRoot } from "../../src/project-root.ts";

let content: Content;
beforeAll(async () => {
  content = await loadContent(projectRoot);
});

const known = (value: string) => ({ state: "known", value, from: "customer" }) as const;

function toldFor(agenda: readonly string[], facts: Facts): readonly string[] {
  const pack = content.packs.get("kt-2025");
  if (pack === undefined) throw new Error("no pack");
  const knowledge = knowledgeOf(content, pack, "2026-01-20T10:00");
  const understanding = { language: "ko", text: "", segments: [], facts: [], corrects: false } as const;
  const turn = { state: { ...newConversation("ko"), agenda, facts }, understanding, knowledge };
  const { effects = [] } = checkEligibility.resume?.(turn, undefined) ?? {};
  return effects.flatMap((effect) => {
    if (effect.kind === "decided") return [`${effect.benefit} ${effect.verdict.kind}`];
    return effect.kind === "hand-off" ? [`hand-off ${effect.reason}`] : [];
  });
}

describe("several benefits of which one needs a person", () => {
  it("the others that are decided are told before the person takes over", () => {
    const facts = { leak_notice: known("none"), termination: known("none"), victim_late: known("no") };
    expect(toldFor(["victims-waiver", "victims-package"], facts)).toEqual([
      "victims-waiver ineligible",
      "victims-package refer",
      "hand-off referral",
    ]);
  });

  it("those that are open are left to the person", () => {
    expect(toldFor(["victims-waiver", "victims-package"], { leak_notice: known("none") })).toEqual([
      "victims-package refer",
      "hand-off referral",
    ]);
  });
});
