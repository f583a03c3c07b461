import { sampleOf } from "../../src/policy/cells.ts";
import type { CompiledPolicy } from "../../src/policy/compiled-policy.ts";
import { seededRandom } from "../../src/understanding/seeded-random.ts";
import { isDecided, KINDS, type Lattice, latticeOf } from "../policy/lattice.ts";
import { shippedPolicies } from "../policy/shipped-policies.ts";
import type { EligibilityEngine, Known } from "./eligibility-engine.ts";
import { jsonRulesEngine } from "./json-rules-engine.ts";
import { ownEngine } from "./own-engine.ts";
import { proofFigures, questionFigures } from "./policy-figures.ts";
import { publicodesEngine } from "./publicodes-engine.ts";
import { drawCustomer, talk } from "./talk.ts";

/** One policy, the same partial situations and the same customers, for each engine in turn. */
const POLICY = "termination-fee-waiver";
const STATES = 2_000;
const FULL = 500;
const CUSTOMERS = 300;
const DAYS = ["2026-01-10", "2026-01-20", "2026-02-10"];
/** States in a row with one engine; short, so that all meet the same load on the machine. */
const ROUND = 100;

const shipped = shippedPolicies();
const found = shipped.find(({ compiled }) => compiled.policy.id === POLICY);
if (found === undefined) throw new Error(`no policy ${POLICY}`);
const { raw, compiled } = found;
const lattice = latticeOf(raw, compiled);
const { policy } = compiled;
const clock = policy.facts.findIndex(({ from }) => from === "clock");
const random = seededRandom(20_251_223);

const engines = [
  ownEngine(compiled),
  jsonRulesEngine(compiled, "chained"),
  jsonRulesEngine(compiled, "guarded"),
  publicodesEngine(compiled),
];
const partial = drawStates(STATES, (state) => lattice.open(state).length > 0 && lattice.digits(state)[clock] !== 0);
const full = drawStates(FULL, (state) => lattice.open(state).length === 0);
const customers = Array.from({ length: CUSTOMERS }, (_, n) =>
  drawCustomer(compiled, DAYS[n % DAYS.length] ?? "", random),
);

const measured = new Map<EligibilityEngine, Awaited<ReturnType<typeof measure>>>();
for (const engine of engines) measured.set(engine, await measure(engine));
const seconds = await timeAll();
report();
const figures = [...shipped.map(proofFigures), ...questionFigures(found, ["2025-12-30", ...DAYS])];
for (const figure of figures) process.stdout.write(`${JSON.stringify({ bench: "eligibility", ...figure })}\n`);

function drawStates(count: number, wanted: (state: number) => boolean): readonly number[] {
  const states = Array.from({ length: lattice.size }, (_, state) => state).filter(wanted);
  return Array.from({ length: count }, () => states[Math.floor(random() * states.length)] ?? 0);
}

function knownOf(state: number, { digits }: Lattice, { policy, domains }: CompiledPolicy): Known {
  return Object.fromEntries(
    digits(state).flatMap((digit, fact) => {
      const cell = domains[fact]?.[digit - 1];
      return cell === undefined ? [] : [[policy.facts[fact]?.name ?? "", sampleOf(cell)]];
    }),
  );
}

/** Seconds of processor time, which other programs on the machine do not change. */
async function timeAll(): Promise<ReadonlyMap<EligibilityEngine, number>> {
  const spent = new Map<EligibilityEngine, number>();
  const states = partial.map((state) => knownOf(state, lattice, compiled));
  for (let at = 0; at < states.length; at += ROUND) {
    for (const engine of engines) {
      const start = process.cpuUsage();
      for (const known of states.slice(at, at + ROUND)) await engine.tell(known);
      const { user, system } = process.cpuUsage(start);
      spent.set(engine, (spent.get(engine) ?? 0) + (user + system) / 1e6);
    }
  }
  return spent;
}

async function measure(engine: EligibilityEngine) {
  const counts = { fullRight: 0, falseVerdicts: 0, falseEligible: 0, missed: 0 };
  for (const state of full) {
    const { kind } = await engine.tell(knownOf(state, lattice, compiled));
    if (kind === KINDS[Math.log2(lattice.kinds(state))]) counts.fullRight += 1;
  }
  for (const state of partial) {
    const kinds = lattice.kinds(state);
    const { kind } = await engine.tell(knownOf(state, lattice, compiled));
    if (kind === undefined) counts.missed += isDecided(kinds) ? 1 : 0;
    else if (!isDecided(kinds) || kind !== KINDS[Math.log2(kinds)]) {
      counts.falseVerdicts += 1;
      counts.falseEligible += kind === "eligible" ? 1 : 0;
    }
  }
  return { ...counts, ...(await talk(engine, customers, compiled)) };
}

function report(): void {
  const rate = (engine: EligibilityEngine): number => partial.length / (seconds.get(engine) ?? 1);
  const [own] = engines;
  for (const engine of engines) {
    const figures = measured.get(engine);
    const ours = own && measured.get(own);
    if (figures === undefined || ours === undefined || own === undefined) continue;
    const ratios = {
      evaluationsPerSecond: rounded(rate(own) / rate(engine)),
      questions: rounded(ours.questionsExpected / figures.questionsExpected),
      cost: rounded(ours.costExpected / figures.costExpected),
    };
    const line = {
      bench: "eligibility",
      engine: engine.name,
      policy: POLICY,
      partialStates: partial.length,
      falseVerdicts: figures.falseVerdicts,
      falseEligible: figures.falseEligible,
      missed: figures.missed,
      fullStates: full.length,
      fullRight: figures.fullRight,
      customers: CUSTOMERS,
      wrongEnds: figures.wrongEnds,
      questionsExpected: rounded(figures.questionsExpected),
      costExpected: rounded(figures.costExpected),
      mostQuestions: figures.mostQuestions,
      evaluationsPerSecond: Math.round(rate(engine)),
      ...(engine === own ? {} : { ownToPeer: ratios }),
    };
    process.stdout.write(`${JSON.stringify(line)}\n`);
  }
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
