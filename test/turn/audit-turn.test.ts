import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { auditStore } from "../../src/cli/audit-store.ts";
import { auditFolder } from "../../src/cli/content-audit.ts";
import { loadContent } from "../../src/content/load-content.ts";
import { sha256 } from "../../src/content/sha256.ts";
import { shippedPolicies } from "../../src/content/shipped-policies.ts";
import type { AuditRecord } from "../../src/core/audit.ts";
import { canonicalJson } from "../../src/core/canonical-json.ts";
import { type ConversationState, newConversation } from "../../src/core/conversation.ts";
import type { Effect } from "../../src/core/effect.ts";
import type { FactState, Facts } from "../../src/core/fact.ts";
import { conversationId } from "../../src/core/ids.ts";
import { sampleOf } from "../../src/policy/cells.ts";
import { decide } from "../../src/policy/decide.ts";
import { projectRoot } from "../../src/project-root.ts";
import { openDriver } from "../../src/store/open-driver.ts";
import { openSqlite } from "../../src/store/open-sqlite.ts";
import { auditTurn } from "../../src/turn/audit-turn.ts";
import { seededRandom } from "../../src/understanding/seeded-random.ts";
import { manualClock } from "../contract/manual-clock.ts";
import { arrival, mustLease, turn } from "../contract/store-fixtures.ts";

const content = await loadContent(projectRoot);
const shipped = shippedPolicies(content);
const benefits = [...content.packs].flatMap(([incident, { policies }]) =>
  [...policies].map(([benefit, versions]) => ({ incident, benefit, versions })),
);
const conversation = conversationId("c1");
const DAY = "2026-01-20";

const known = (value: string): FactState => ({ state: "known", value, from: "customer", evidence: `말: ${value}` });

/** One conversation in which every benefit is decided from facts drawn by chance. */
function decideAll(seed: number, day: string) {
  const random = seededRandom(seed);
  const draw = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)];
  const turns: { readonly records: readonly AuditRecord[]; readonly seq: number }[] = [];
  let state: ConversationState = newConversation("ko");
  let seq = 1;
  for (const { incident, benefit, versions } of benefits) {
    const policies = content.packs.get(incident)?.policies ?? new Map();
    const [first] = versions;
    const learned = (first?.policy.facts ?? []).flatMap((fact, i): Effect[] => {
      const cell = draw(first?.domains[i] ?? []);
      if (fact.from === "clock" || cell === undefined) return [];
      const is = draw<FactState>([known(sampleOf(cell)), known(sampleOf(cell)), known("?"), { state: "unsure" }]);
      return is === undefined ? [] : [{ kind: "learn", fact: fact.name, is }];
    });
    const facts: Facts = Object.fromEntries([
      ...Object.entries(state.facts),
      ...learned.map((effect) => (effect.kind === "learn" ? [effect.fact, effect.is] : [])),
    ]);
    const verdict = decide(versions, facts, day);
    const effects: Effect[] = [...learned, { kind: "decided", benefit, verdict }];
    const use = { conversation, seq, now: `${day}T01:00:00.000Z`, day, incident, policies, sha256 };
    const { records, trail } = auditTurn(state, effects, use);
    turns.push({ records, seq });
    state = { ...state, facts, ...(trail === undefined ? {} : { audit: trail }) };
    seq += 1;
  }
  return { turns, last: state.audit?.last ?? "" };
}

const stored = ({ turns, last }: ReturnType<typeof decideAll>) => ({
  conversation,
  last,
  turns: turns.map(({ seq, records }) => ({ seq, records: JSON.stringify(records) })),
});
const audit = (...all: readonly ReturnType<typeof stored>[]) => auditStore(all, { shipped, sha256 });

describe("records of decisions", () => {
  it("replay to the same verdict, whatever was told", () => {
    const days = ["2025-12-29", "2026-01-05", DAY, "2026-02-10", "2026-11-23"];
    const found = days.flatMap((day, d) =>
      Array.from({ length: 60 }, (_, n) => audit(stored(decideAll(d * 1000 + n, day)))),
    );
    expect(found.flatMap(({ faults }) => faults)).toEqual([]);
    expect(found.reduce((sum, { same }) => sum + same, 0)).toBe(300 * benefits.length);
  });

  it("hold no words of the customer, and of sensitive facts only what the reason tells", () => {
    const waiver = benefits.find(({ benefit }) => benefit === "termination-fee-waiver");
    const told = { line_kind: "mobile", contract_event: "none", special_case: "none", termination: "none" };
    const sealedFor = (late: string) => {
      const facts = Object.fromEntries(Object.entries({ ...told, late_reason: late }).map(([k, v]) => [k, known(v)]));
      const verdict = decide(waiver?.versions ?? [], facts, DAY);
      const state = { ...newConversation("ko"), facts };
      const policies = content.packs.get("kt-2025")?.policies ?? new Map();
      const use = {
        conversation,
        seq: 9,
        now: `${DAY}T01:00:00.000Z`,
        day: DAY,
        incident: "kt-2025",
        policies,
        sha256,
      };
      const effects: Effect[] = [{ kind: "decided", benefit: "termination-fee-waiver", verdict }];
      const [record] = auditTurn(state, effects, use).records;
      expect(JSON.stringify(record)).not.toContain("말: ");
      return record?.facts.find(({ fact }) => fact === "late_reason");
    };
    expect(sealedFor("hospital")).toMatchObject({ state: "sealed", oneOf: ["hospital", "other"] });
    expect(sealedFor("military")).toMatchObject({ state: "sealed", oneOf: ["military", "overseas"] });
    expect(sealedFor("none")).toMatchObject({ state: "sealed", oneOf: ["none"] });
  });

  it("say which arrival told each fact", () => {
    const effects: Effect[] = [{ kind: "learn", fact: "line_kind", is: known("mvno") }];
    const use = { conversation, now: "", day: DAY, incident: "kt-2025", policies: new Map(), sha256 };
    const { trail } = auditTurn(newConversation("ko"), effects, { ...use, seq: 3 });
    const state = { ...newConversation("ko"), facts: { line_kind: known("mvno") }, ...(trail && { audit: trail }) };
    const policies = content.packs.get("kt-2025")?.policies ?? new Map();
    const verdict = decide(policies.get("termination-fee-waiver"), state.facts, DAY);
    const decided: Effect[] = [{ kind: "decided", benefit: "termination-fee-waiver", verdict }];
    const { records } = auditTurn(state, decided, { ...use, policies, seq: 7 });
    expect(records).toMatchObject([
      { seq: 7, facts: [{ fact: "line_kind", value: "mvno", from: "customer", seq: 3 }] },
    ]);
  });
});

describe("a verdict on an imagined case", () => {
  const policies = content.packs.get("kt-2025")?.policies ?? new Map();
  const use = { conversation, now: "", day: DAY, incident: "kt-2025", policies, sha256 };
  const real = { line_kind: known("mvno") };
  const supposed = { line_kind: known("wired") };
  const verdict = decide(policies.get("termination-fee-waiver") ?? [], supposed, DAY);
  const effects: Effect[] = [
    { kind: "learn", fact: "line_kind", is: real.line_kind },
    { kind: "decided", benefit: "termination-fee-waiver", verdict, supposed },
  ];
  const { records, trail } = auditTurn(newConversation("ko"), effects, { ...use, seq: 3 });

  it("is recorded with what was imagined, which nobody told, and replays", () => {
    expect(records).toMatchObject([{ supposed: ["line_kind"], facts: [{ fact: "line_kind", value: "wired" }] }]);
    expect(records[0]?.facts[0]).not.toHaveProperty("seq");
    const turns = [{ seq: 3, records: JSON.stringify(records) }];
    const { faults, same } = audit({ conversation, last: trail?.last ?? "", turns });
    expect({ faults, same }).toEqual({ faults: [], same: 1 });
  });
});

describe("tampering", () => {
  const whole = stored(decideAll(5, DAY));
  const [first] = JSON.parse(whole.turns[0]?.records ?? "[]");

  /** The path of every value in a record. */
  const paths = (value: unknown, path: readonly string[] = []): readonly (readonly string[])[] =>
    typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([key, part]) => paths(part, [...path, key]))
      : [path];
  const changed = (value: unknown, [key, ...rest]: readonly string[]): unknown => {
    if (key === undefined) return typeof value === "number" ? value + 1 : `${value}x`;
    const copy = Array.isArray(value) ? [...value] : { ...(value as object) };
    Reflect.set(copy, key, changed(Reflect.get(copy, key), rest));
    return copy;
  };
  const withTurn = (at: number, records: unknown) =>
    audit({ ...whole, turns: whole.turns.with(at, { seq: at + 1, records: JSON.stringify(records) }) });

  it("with any field of a record is found", () => {
    expect(audit(whole).faults).toEqual([]);
    const all = paths(first);
    expect(all.length).toBeGreaterThan(15);
    for (const path of all) {
      const { faults } = withTurn(0, [changed(first, path)]);
      expect(
        faults.map(({ code }) => code),
        path.join("."),
      ).not.toEqual([]);
      expect(faults[0]).toMatchObject({ conversation: "c1", seq: 1 });
    }
  });

  it("that sets a hash to match is found by the chain, and a false verdict also by replay", () => {
    const { hash: _, ...record } = { ...first, verdict: { ...first.verdict, kind: "eligible", reasons: [] } };
    const { faults } = withTurn(0, [{ ...record, hash: sha256(canonicalJson(record)) }]);
    expect(faults.map(({ code }) => code)).toContain("DIFFERS");
    expect(faults.map(({ code }) => code)).toContain(benefits.length > 1 ? "CHAIN_BROKEN" : "CUT_OFF");
  });

  it("by taking records away, adding or moving them is found", () => {
    const codes = (each: ReturnType<typeof stored>) => audit(each).faults.map(({ code }) => code);
    expect(codes({ ...whole, turns: whole.turns.slice(0, -1) })).toContain("CUT_OFF");
    expect(codes({ ...whole, turns: [] })).toEqual(["CUT_OFF"]);
    expect(codes({ ...whole, turns: [...whole.turns, ...whole.turns] })).toContain("CHAIN_BROKEN");
    expect(codes({ ...whole, conversation: conversationId("c2") })).toContain("MISPLACED");
    expect(codes({ ...whole, turns: [{ seq: 1, records: "[{}]" }] })).toContain("UNREADABLE");
    expect(codes({ ...whole, turns: [{ seq: 1, records: "[" }] })).toContain("UNREADABLE");
    expect(audit(whole).heads).not.toBe(audit(whole, stored(decideAll(6, DAY))).heads);
  });

  it("with the policy is found: what no shipped policy decided is not taken for right", () => {
    const { hash: _, ...record } = { ...first, policy: { ...first.policy, hash: sha256("another") } };
    const { faults } = withTurn(0, [{ ...record, hash: sha256(canonicalJson(record)) }]);
    expect(faults[0]).toMatchObject({ code: "POLICY_UNKNOWN" });
  });
});

describe("content -- audit", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "ansim audit "));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it("reads the store beside the running program, and finds a verdict that somebody changed", async () => {
    const store = await openSqlite({ folder, clock: manualClock() });
    const { turns, last } = decideAll(5, DAY);
    for (const { seq, records } of turns) {
      await store.accept(arrival("c1", `m${seq}`));
      const lease = await mustLease(store);
      const state = { ...newConversation("ko"), audit: { last: seq === turns.length ? last : "", learnedAt: {} } };
      const record = { outcome: "decided", contentHash: "hash", basis: [], audit: records } as const;
      await store.commit(lease, turn(lease.pending[0]?.seq ?? 0, [], { state, record }));
      await store.release(lease);
    }
    const whole = await auditFolder(projectRoot, folder);
    expect(whole).toMatchObject({ code: 0 });
    expect(whole.text).toContain(`${turns.length} records of 1 conversations: ${turns.length} replay`);
    await store.close();

    const db = await openDriver(join(folder, "ansim.db"));
    db.run("UPDATE turn SET audit = replace(audit, ?, ?) WHERE seq = 1", DAY, "2026-01-21");
    db.close();
    const { code, text } = await auditFolder(projectRoot, folder);
    expect(code).toBe(1);
    expect(text).toContain("CHANGED  c1:1");
  });

  it("says so when there is no data", async () => {
    expect(await auditFolder(projectRoot, join(folder, "none"))).toMatchObject({ code: 1 });
  });
});
