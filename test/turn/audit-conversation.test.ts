import { expect, it } from "vitest";
import { createAssistant } from "../../src/assistant.ts";
import { auditStore } from "../../src/cli/audit-store.ts";
import { loadContent } from "../../src/content/load-content.ts";
import { sha256 } from "../../src/content/sha256.ts";
import { shippedPolicies } from "../../src/content/shipped-policies.ts";
import { conversationId } from "../../src/core/ids.ts";
import { isIntent } from "../../src/core/intent.ts";
import { createLog } from "../../src/log.ts";
import type { TurnCommit } from "../../src/ports/store.ts";
import type { Understand } from "../../src/ports/understand.ts";
import { projectRoot } from "../../src/project-root.ts";
import { openSqlite } from "../../src/store/open-sqlite.ts";
import { manualClock } from "../contract/manual-clock.ts";

const content = await loadContent(projectRoot);
const conversation = conversationId("c1");

/** Understands "intent fact=value fact=value"; a lone "fact=value" answers what was asked. */
const understand: Understand = (text) => {
  const words = text.split(" ");
  const segments = words
    .filter(isIntent)
    .map((intent) => ({ text, intent, confidence: 1, band: "sure", alternatives: [] }) as const);
  const facts = words.flatMap((word) => {
    const [fact, value] = word.split("=");
    return fact === undefined || value === undefined ? [] : [{ fact, value, evidence: text, guessed: false, at: 0 }];
  });
  const [read] = facts;
  const reply = segments.length === 0 && read !== undefined ? ({ reply: { kind: "value", read } } as const) : {};
  return { language: "ko", text, segments, facts, corrects: false, ...reply };
};

it("leaves a record of every verdict that a conversation comes to, chained and replayable", async () => {
  const clock = manualClock("2026-01-13T14:59:00.000Z");
  const store = await openSqlite({ folder: ":memory:", clock });
  const turns: TurnCommit[] = [];
  const watched: typeof store = {
    ...store,
    commit: (lease, turn) => {
      turns.push(turn);
      return store.commit(lease, turn);
    },
  };
  let ids = 0;
  const parts = { content, incident: "kt-2025", understand, store: watched, clock, log: createLog("silent") };
  const assistant = createAssistant({ ...parts, newId: () => `id-${ids++}` });
  const say = async (text: string) => {
    const activity = { kind: "said", text, masked: 0 } as const;
    await assistant.intake({ conversation, channel: "web-chat", dedupeKey: `m${ids++}`, activity });
    await assistant.handle();
    return turns.at(-1);
  };

  const asked = await say("waiver_eligibility line_kind=mobile special_case=none");
  expect(asked?.record).toMatchObject({ outcome: "asked" });
  expect(asked?.record.audit).toBeUndefined();
  for (const answer of ["contract_event=none", "termination=none", "late_reason=hospital"]) {
    if (turns.at(-1)?.record.audit === undefined) await say(answer);
  }
  const first = turns.at(-1);
  expect(first?.record.audit).toMatchObject([
    { day: "2026-01-13", verdict: { kind: "eligible" }, seq: first?.handled },
  ]);
  expect(first?.record.audit?.[0]?.facts).toContainEqual(
    expect.objectContaining({ fact: "line_kind", value: "mobile", seq: 1 }),
  );
  clock.advance(60_000);
  const second = await say("waiver_eligibility");
  const [record] = second?.record.audit ?? (await say("late_reason=none"))?.record.audit ?? [];
  expect(record).toMatchObject({ day: "2026-01-14", previous: first?.record.audit?.[0]?.hash });

  const records = turns.map(({ handled, record: { audit = [] } }) => ({
    seq: handled,
    records: JSON.stringify(audit),
  }));
  const last = turns.at(-1)?.state.audit?.last ?? "";
  const report = auditStore([{ conversation, last, turns: records }], { shipped: shippedPolicies(content), sha256 });
  expect(report).toMatchObject({ records: 2, same: 2, faults: [] });
});
