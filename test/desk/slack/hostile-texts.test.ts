import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { caseId, conversationId } from "../../../src/core/ids.ts";
import { renderCard } from "../../../src/desk/slack/render-card.ts";
import { renderEntries } from "../../../src/desk/slack/render-entries.ts";
import type { CaseView } from "../../../src/ports/desk-view.ts";
import type { LogBody, LogEntry } from "../../../src/ports/log-entry.ts";
import { redact } from "../../../src/privacy/redact.ts";
import { checkBlocks, lettersIn } from "../../fakes/fake-slack/check-blocks.ts";
import { findMarkup } from "../../fakes/fake-slack/find-markup.ts";
import { hostileText, longText, PLANTED } from "./hostile-texts.ts";
import { textsIn } from "./start-slack-desk.ts";

const RUNS = 5_000;
/** For a machine that has much else to do. */
const PATIENCE_MS = 180_000;
const AT = "2026-01-12T01:00:00.000Z";
const conversation = conversationId("c-1");

const entry = (seq: number, body: LogBody): LogEntry => ({ conversation, seq, at: AT, body });
const customer = (seq: number, text: string): LogEntry => entry(seq, { kind: "customer", text, masked: 0 });

const viewOf = (text: string): CaseView => ({
  case: { id: caseId("k1"), conversation, status: "queued", reason: "asked", language: "ko", openedAt: AT },
  known: [{ label: "해지일", value: `“${text}”` }],
  missing: [],
  undelivered: [],
  waitsForCustomer: false,
  entries: [customer(1, text), entry(2, { kind: "desk", event: "opened.asked" })],
});

/** What Slack would do with it, by its own rules. */
function expectHarmless(blocks: readonly object[], text: string): void {
  expect(checkBlocks(blocks, "message")).toEqual([]);
  expect(lettersIn(blocks)).toBeLessThanOrEqual(13_200);
  expect(
    findMarkup({ text, blocks, parse: "none", link_names: false, unfurl_links: false, unfurl_media: false }),
  ).toEqual([]);
  const shown = textsIn(blocks).join("\n");
  for (const planted of PLANTED) expect(shown).not.toContain(planted);
  expect(JSON.stringify(blocks)).not.toMatch(/\\u202e|\\u0000|\\ud800|https?:\/\//);
}

const LIMITS = { lastMessages: 3, letters: 300, warnMinutes: 5 };

const HEAD = /^(?:👤 고객|🤖 안심|🎧 .{1,40} → 고객|📝 .{1,40}) · /u;

it("a card says what did not reach the customer, and not what is on its way", () => {
  const since = "2026-01-12T01:05:00.000Z";
  const card = renderCard(
    {
      ...viewOf("네"),
      undelivered: (["waiting", "unknown", "dead"] as const).map((state) => ({ seq: 2, state, since })),
    },
    "kakao",
    LIMITS,
  );
  const shown = textsIn(card.blocks).join("\n");
  expect(shown).toContain("1. 12. 10:05 · 전달됐는지 확인되지 않았어요\n│ 1. 12. 10:05 · 전달되지 않았어요");
  expect(shown.match(/10:05/g)).toHaveLength(2);
});

describe("10,000 hostile texts", () => {
  it(
    `leave a card whole, silent and without a person's data (${RUNS})`,
    () => {
      fc.assert(
        fc.property(hostileText, (text) => {
          const card = renderCard(viewOf(text), "web-chat", LIMITS);
          expectHarmless(card.blocks, card.text);
          expect(card.text).toBe("고객이 상담사를 요청했어요 · 대기 중");
        }),
        { numRuns: RUNS, seed: 1 },
      );
    },
    PATIENCE_MS,
  );

  it(
    `leave a thread's post whole, silent and without a person's data (${RUNS})`,
    () => {
      fc.assert(
        fc.property(fc.array(hostileText, { minLength: 1, maxLength: 2 }), (texts) => {
          let rest = texts.map((text, index) => customer(index + 1, text));
          for (let posts = 0; rest.length > 0; posts += 1) {
            expect(posts).toBeLessThan(5);
            const rendered = renderEntries(rest);
            if (rendered === undefined) throw new Error("nothing was rendered");
            expectHarmless(rendered.blocks, "새 메시지가 있어요");
            expect(rendered.from).toBe(rest[0]?.seq);
            // Only the desk itself writes lines without a bar: a head for each entry, and what was left out.
            const bare = textsIn(rendered.blocks)
              .flatMap((words) => words.split("\n"))
              .filter((line) => !line.startsWith("│ ") && !line.startsWith("("));
            expect(bare.every((line) => HEAD.test(line))).toBe(true);
            expect(bare).toHaveLength(rest.filter(({ seq }) => seq <= rendered.to).length);
            rest = rest.filter(({ seq }) => seq > rendered.to);
          }
        }),
        { numRuns: RUNS, seed: 2 },
      );
    },
    PATIENCE_MS,
  );

  it(
    "as long as can be leave a card and posts whole",
    () => {
      fc.assert(
        fc.property(longText, (text) => {
          const card = renderCard(viewOf(text), "web-chat", LIMITS);
          expectHarmless(card.blocks, card.text);
          // What was cut in the card is told in full in the thread.
          expect(card.shownSeq).toBe(0);
          const rendered = renderEntries([customer(1, text), customer(2, text)]);
          expectHarmless(rendered?.blocks ?? [], "새 메시지가 있어요");
          expect(rendered?.from).toBe(1);
        }),
        { numRuns: 20, seed: 4 },
      );
    },
    PATIENCE_MS,
  );

  it("are known to hold what is looked for", () => {
    for (const planted of PLANTED) expect(redact(planted)).not.toContain(planted);
    const raw = fc.sample(hostileText, { numRuns: 500, seed: 3 }).join("\n");
    for (const planted of PLANTED) expect(raw).toContain(planted);
    expect(findMarkup({ text: raw }).length).toBeGreaterThan(100);
  });
});
