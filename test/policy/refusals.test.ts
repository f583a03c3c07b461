import { describe, expect, test } from "vitest";
import { isCollection, isScalar, LineCounter, parseDocument } from "yaml";
import { type ParsedPolicy, parsePolicy } from "../../src/policy/load/parse-policy.ts";

const SOUND = `policy: sample
version: 1
effective: { from: 2026-01-01 }
facts:
  line: { type: enum, values: [phone, watch], ask: { cost: 1 } }
  left: { type: date, extra: [none], ask: { cost: 2 } }
rules:
  - { id: watch, group: out, when: { line: { eq: watch } }, then: ineligible, reason: NO_WATCH, exceptionTo: [in], cite: [notice] }
  - { id: none, group: out, when: { left: { eq: none } }, then: ineligible, reason: NOT_LEFT, cite: [notice] }
  - { id: early, group: in, when: { left: { before: 2026-02-01 } }, then: eligible, reason: EARLY, cite: [notice] }
  - { id: late, group: in, when: { left: { onOrAfter: 2026-02-01 } }, then: eligible, reason: LATE, cite: [notice] }
`;

function parse(text: string): ParsedPolicy {
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: "core", lineCounter: lines });
  return parsePolicy(document.toJS(), (path) => {
    const node: unknown = document.getIn(path, true);
    if ((!isScalar(node) && !isCollection(node)) || !node.range) return undefined;
    const { line, col } = lines.linePos(node.range[0]);
    return { line, column: col };
  });
}

/** The errors of the sound policy with one part written differently, as `code path line`. */
function errorsWith(part: string, other: string): readonly string[] {
  expect(SOUND).toContain(part);
  const parsed = parse(SOUND.replace(part, other));
  return parsed.kind === "parsed"
    ? []
    : parsed.errors.map(({ code, path, line }) => `${code} ${path.join(".")} ${line}`);
}

test("the sound policy is accepted, so that what follows is refused for its one fault", () => {
  expect(parse(SOUND).kind).toBe("parsed");
});

describe("refused for its form", () => {
  test.each([
    ["an unknown key", "version: 1", "version: 1\nowner: me", ["UNRECOGNIZED_KEYS owner 3"]],
    ["an unknown key in a rule", "id: none,", "id: none, weight: 3,", ["UNRECOGNIZED_KEYS rules.1.weight 9"]],
    [
      "an unknown outcome",
      "then: eligible, reason: EARLY",
      "then: maybe, reason: EARLY",
      ["INVALID_VALUE rules.2.then 10"],
    ],
    ["a missing citation", "reason: EARLY, cite: [notice]", "reason: EARLY", ["INVALID_TYPE rules.2.cite 10"]],
    ["an empty citation", "reason: EARLY, cite: [notice]", "reason: EARLY, cite: []", ["TOO_SMALL rules.2.cite 10"]],
    ["a reason that is no code", "reason: EARLY", "reason: early", ["INVALID_FORMAT rules.2.reason 10"]],
    ["31 September as first day", "from: 2026-01-01", "from: 2025-09-31", ["CUSTOM effective.from 3"]],
    [
      "effective days that end before they begin",
      "from: 2026-01-01",
      "from: 2026-01-01, to: 2025-12-31",
      ["CUSTOM effective 3"],
    ],
    ["a fact that is neither asked nor given", ", ask: { cost: 2 }", "", ["CUSTOM facts.left 6"]],
    [
      "several faults at once",
      "version: 1\neffective: { from: 2026-01-01 }",
      "version: x\neffective: { from: y }",
      ["INVALID_TYPE version 2", "CUSTOM effective.from 3"],
    ],
  ])("%s", (_, part, other, errors) => {
    expect(errorsWith(part, other)).toEqual(errors);
  });
});

describe("refused for what it refers to", () => {
  test.each([
    ["an unknown fact", "{ line: { eq: watch } }", "{ lien: { eq: watch } }", ["REFERENCE rules.0.when.lien 8"]],
    ["an unknown value", "{ line: { eq: watch } }", "{ line: { eq: wotch } }", ["REFERENCE rules.0.when.line.eq 8"]],
    ["an unknown operator", "{ line: { eq: watch } }", "{ line: { is: watch } }", ["REFERENCE rules.0.when.line.is 8"]],
    [
      "a date test of a word",
      "{ line: { eq: watch } }",
      "{ line: { before: 2026-01-01 } }",
      ["REFERENCE rules.0.when.line.before 8"],
    ],
    [
      "a word test of a day",
      "{ left: { eq: none } }",
      "{ left: { eq: 2026-01-01 } }",
      ["REFERENCE rules.1.when.left.eq 9"],
    ],
    ["31 September", "{ before: 2026-02-01 }", "{ before: 2025-09-31 }", ["REFERENCE rules.2.when.left.before 10"]],
    [
      "a reversed interval",
      "{ before: 2026-02-01 }",
      "{ between: [2026-01-31, 2026-01-01] }",
      ["REFERENCE rules.2.when.left.between 10"],
    ],
    [
      "an interval of three days",
      "{ before: 2026-02-01 }",
      "{ between: [2026-01-01, 2026-01-02, 2026-01-03] }",
      ["REFERENCE rules.2.when.left.between 10"],
    ],
    [
      "two facts in a leaf",
      "{ line: { eq: watch } }",
      "{ line: { eq: watch }, left: { eq: none } }",
      ["REFERENCE rules.0.when 8"],
    ],
    ["two tests in a leaf", "{ eq: watch }", "{ eq: watch, in: [phone] }", ["REFERENCE rules.0.when.line 8"]],
    ["an empty list of conditions", "{ line: { eq: watch } }", "{ all: [] }", ["REFERENCE rules.0.when.all 8"]],
    ["a rule without a condition", "when: { line: { eq: watch } }, ", "", ["INVALID_TYPE rules.0.when 8"]],
    [
      "a fault deep inside",
      "{ line: { eq: watch } }",
      "{ any: [ { not: { line: { eq: x } } } ] }",
      ["REFERENCE rules.0.when.any.0.not.line.eq 8"],
    ],
    ["an exception to nothing", "exceptionTo: [in]", "exceptionTo: [inn]", ["REFERENCE rules.0.exceptionTo.0 8"]],
    ["a circle of exceptions", "reason: EARLY,", "reason: EARLY, exceptionTo: [watch],", ["REFERENCE rules 8"]],
    ["a rule that beats its own group", "exceptionTo: [in]", "exceptionTo: [out]", ["REFERENCE rules 8"]],
    ["two rules of one name", "id: late", "id: early", ["REFERENCE rules.3.id 11"]],
    ["a rule named like a group", "id: late", "id: in", ["REFERENCE rules.3.id 11"]],
    ["a value named twice", "[phone, watch]", "[phone, watch, phone]", ["REFERENCE facts.line 5"]],
    ["weights for other cells", "extra: [none],", "extra: [none], prior: [1, 2],", ["REFERENCE facts.left.prior 6"]],
    [
      "two clocks",
      "facts:",
      "facts:\n  a: { type: date, given: clock }\n  b: { type: date, given: clock }",
      ["REFERENCE facts 5"],
    ],
  ])("%s", (_, part, other, errors) => {
    expect(errorsWith(part, other)).toEqual(errors);
  });
});

describe("refused for what it means", () => {
  test.each([
    ["a gap of one day", "{ onOrAfter: 2026-02-01 }", "{ after: 2026-02-01 }", ["GAP rules 8"]],
    [
      "a dead rule",
      "rules:",
      "rules:\n  - { id: dead, when: { all: [ { line: { eq: phone } }, { line: { eq: watch } } ] }, then: eligible, reason: DEAD, cite: [notice] }",
      ["DEAD_RULE rules.0 8"],
    ],
    [
      "a rule that is always beaten",
      "rules:",
      "rules:\n  - { id: odd, group: in, when: { line: { eq: watch } }, then: eligible, reason: ODD, cite: [notice] }",
      ["DEAD_RULE rules.0 8"],
    ],
    [
      "a dead exception",
      "reason: NOT_LEFT,",
      "reason: NOT_LEFT, exceptionTo: [in],",
      ["DEAD_EXCEPTION rules.1.exceptionTo.0 9"],
    ],
    [
      "an idle fact",
      "facts:",
      "facts:\n  spare: { type: enum, values: [a, b], ask: { cost: 1 } }",
      ["IDLE_FACT facts.spare 5"],
    ],
    [
      "too many cells",
      "facts:",
      `facts:\n${Array.from({ length: 16 }, (_, i) => `  f${i}: { type: enum, values: [a, b], ask: { cost: 1 } }`).join("\n")}`,
      ["TOO_LARGE facts 5"],
    ],
  ])("%s", (_, part, other, errors) => {
    expect(errorsWith(part, other)).toEqual(errors);
  });

  test("a contradiction of one day, with the situation in which it happens", () => {
    const parsed = parse(
      SOUND.replace("then: eligible, reason: EARLY", "then: refer, reason: EARLY").replace(
        "before: 2026-02-01",
        "onOrBefore: 2026-02-01",
      ),
    );
    expect(parsed).toMatchObject({
      kind: "refused",
      errors: [
        {
          code: "CONFLICT",
          message: "early, late say refer and eligible for: line phone, left 2026-02-01..2026-02-01",
        },
      ],
    });
  });

  test("a gap is told with the situation in which it happens", () => {
    const parsed = parse(SOUND.replace("onOrAfter: 2026-02-01", "after: 2026-02-01"));
    expect(parsed).toMatchObject({
      errors: [{ message: "no rule speaks for: line phone, left 2026-02-01..2026-02-01" }],
    });
  });
});
