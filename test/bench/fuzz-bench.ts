import type { OpenQuestion } from "../../src/core/conversation.ts";
import { loadAssistantContent } from "../../src/load-assistant-content.ts";
import { projectRoot } from "../../src/project-root.ts";
import { adversarialTexts } from "../understanding/adversarial-texts.ts";

/** Random and adversarial messages, each read with one of these questions open; slow ones are read again before they count. */
const COUNT = 50_000;
const SEED = 20_251_223;
const SLOW_MS = 50;
const AGAIN = 8;
const INCIDENT = "kt-2025";

const { understand, content } = await loadAssistantContent(projectRoot, INCIDENT);
const facts = [...(content.packs.get(INCIDENT)?.policies.values() ?? [])]
  .flat()
  .flatMap(({ policy }) => policy.facts.filter(({ from }) => from === "question").map(({ name }) => name));
const questions: readonly (OpenQuestion | undefined)[] = [
  undefined,
  undefined,
  ...[...new Set(facts)].map((fact): OpenQuestion => ({ kind: "fact", fact, benefit: "termination-fee-waiver" })),
  { kind: "confirm", fact: "termination", value: "2025-10-03" },
  { kind: "person" },
  { kind: "intent", intents: ["waiver_window", "waiver_amount"] },
];

const times: number[] = [];
const slow: { readonly text: string; readonly length: number; readonly ms: number }[] = [];
let throws = 0;
for (const [n, make] of adversarialTexts(COUNT, SEED).entries()) {
  const text = make();
  const open = questions[n % questions.length];
  const language = n % 2 === 0 ? "ko" : "en";
  const read = (): number => {
    const started = performance.now();
    understand(text, {
      language,
      today: "2026-01-10",
      ...(open === undefined ? { offered: ["waiver_window", "contact_agent"] } : { open }),
    });
    return performance.now() - started;
  };
  try {
    let ms = read();
    // The collector of garbage and other programs also take time; what is slow by itself is slow every time.
    for (let again = 0; ms > SLOW_MS && again < AGAIN; again++) ms = Math.min(ms, read());
    times.push(ms);
    if (ms > SLOW_MS) slow.push({ text: text.slice(0, 60), length: text.length, ms: rounded(ms) });
  } catch (error) {
    throws += 1;
    process.stderr.write(`${JSON.stringify(text.slice(0, 200))}: ${error instanceof Error ? error.stack : error}\n`);
  }
}

times.sort((a, b) => a - b);
const at = (share: number): number => rounded(times[Math.floor((times.length - 1) * share)] ?? 0);
for (const each of slow.toSorted((a, b) => b.ms - a.ms).slice(0, 20)) process.stderr.write(`${JSON.stringify(each)}\n`);
process.stdout.write(
  `${JSON.stringify({
    bench: "fuzz",
    count: COUNT,
    seed: SEED,
    throws,
    over50ms: slow.length,
    p50: at(0.5),
    p99: at(0.99),
    slowestMs: at(1),
  })}\n`,
);

function rounded(ms: number): number {
  return Math.round(ms * 100) / 100;
}
