import { describe, expect, it } from "vitest";
import { compose } from "../src/content/compose.ts";
import { answerInForce, type Pack } from "../src/content/content.ts";
import { loadContent } from "../src/content/load-content.ts";
import { addDays } from "../src/core/day.ts";
import { CONVERSATION_INTENTS, INTENTS } from "../src/core/intent.ts";
import { LANGUAGES } from "../src/core/language.ts";
import { projectRoot } from "../src/project-root.ts";
import { guard } from "../src/turn/guard.ts";

const content = await loadContent(projectRoot);
const asked = INTENTS.filter((intent) => !CONVERSATION_INTENTS.has(intent));

/** Both sides of every day on which any answer changes, and a day long after. */
function edgeDays(pack: Pack): readonly string[] {
  const starts = [...pack.answers.values()].flat().map(({ head }) => head.valid_from);
  const days = [...starts, ...starts.map((day) => addDays(day, -1)), "2026-11-23", "2030-01-01"];
  return [...new Set(days)].filter((day) => day >= pack.incident.covers_from).sort();
}

describe.each([...content.packs])("the pack %s", (_, pack) => {
  it.each(edgeDays(pack))("answers every intent in both languages, with sources, on %s", (day) => {
    for (const intent of asked) {
      const answer = answerInForce(pack, intent, day);
      if (answer === undefined) throw new Error(`no answer for ${intent}`);
      for (const language of LANGUAGES) {
        const message = { kind: "answer", answer: answer.id, buttons: [] } as const;
        const said = guard(pack, message, compose(content, pack, message, language), day, language);
        expect(said.text, `${answer.id} ${language}`).not.toMatch(/[{}]|undefined|NaN/);
        expect(said.sources.length, `${answer.id}: sources`).toBeGreaterThan(0);
        for (const { url } of said.sources) expect(url, `${answer.id}: a source can be opened`).toMatch(/^https?:/);
      }
    }
  });

  it("says something else before, inside and after the window of the waiver", () => {
    const ids = ["2025-12-30", "2026-01-05", "2026-01-20", "2026-11-23"].map(
      (day) => answerInForce(pack, "waiver_window", day)?.id,
    );
    expect(new Set(ids).size).toBe(4);
  });

  it("holds no answer before its first day", () => {
    for (const intent of asked)
      expect(answerInForce(pack, intent, addDays(pack.incident.covers_from, -1))).toBeUndefined();
  });
});
