import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { withExamples } from "../../src/content/with-examples.ts";
import { projectRoot } from "../../src/project-root.ts";

const FILE = `# What it is for
purpose: "A very long purpose ${"that goes on and on, ".repeat(12)}to the end."
label: { ko: "기간", en: 'Dates' } # on the button
examples:
  ko:
    - "언제까지예요" # the plain one

    # colloquial
    - 며칠까지
  en: []
near_misses:
  - { text: "no", belongs: deny }
`;

describe("withExamples", () => {
  it("adds at the end of the language and keeps all else", () => {
    const changed = withExamples(FILE, [{ language: "ko", text: `"아직" 되나요: 네? #1` }]);
    expect(changed).toBe(FILE.replace("    - 며칠까지\n", '    - 며칠까지\n    - "\\"아직\\" 되나요: 네? #1"\n'));
  });

  it("writes a list that was empty as the others", () => {
    const changed = withExamples(FILE, [
      { language: "en", text: "no" },
      { language: "en", text: "until when" },
    ]);
    expect(changed).toBe(FILE.replace("  en: []\n", '  en:\n    - "no"\n    - "until when"\n'));
  });

  it("refuses a file without the list", () => {
    expect(() => withExamples("examples: {}\n", [{ language: "ko", text: "네" }])).toThrow(/examples\.ko/);
  });

  it.each(readdirSync(join(projectRoot, "intents")))("changes one line of %s", (name) => {
    const before = readFileSync(join(projectRoot, "intents", name), "utf8").split("\n");
    const after = withExamples(before.join("\n"), [{ language: "ko", text: "새 문장" }]).split("\n");
    const at = after.indexOf('    - "새 문장"');
    expect(after.toSpliced(at, 1)).toEqual(before);
  });
});
