import type { Day } from "../../core/day.ts";
import type { FactState, Facts } from "../../core/fact.ts";
import { LANGUAGES } from "../../core/language.ts";
import type { Verdict } from "../../core/verdict.ts";
import { type Cell, sampleOf } from "../../policy/cells.ts";
import type { CompiledPolicy } from "../../policy/compiled-policy.ts";
import { whatIf } from "../../policy/what-if.ts";
import type { Pack } from "../content.ts";
import { joined } from "./paths.ts";
import { KIND_WORDS, nameOf, spanWords, table } from "./words.ts";

/** The customer whose every answer is the likeliest one, by the priors of the policy. */
export const typicalCustomer = ({ policy, domains }: CompiledPolicy): readonly (Cell | undefined)[] =>
  policy.facts.map((fact, i) => {
    const domain = domains[i] ?? [];
    const weights = fact.prior ?? domain.map(() => 1);
    return fact.from === "clock" ? undefined : domain[weights.indexOf(Math.max(...weights))];
  });

/** What the typical customer is told for each day that a date fact could have, and on each day of asking. */
export function whatIfStrips(pack: Pack, compiled: CompiledPolicy): string {
  const { policy, domains } = compiled;
  const typical = typicalCustomer(compiled);
  const answers = policy.facts.flatMap(({ name }, i) => {
    const cell = typical[i];
    return cell === undefined ? [] : [{ name, cell }];
  });
  const facts = Object.fromEntries(answers.map(({ name, cell }) => [name, known(sampleOf(cell))]));
  const clock = policy.facts.findIndex(({ from }) => from === "clock");
  const asked = (domains[clock] ?? []).flatMap((cell) => daysInForce(cell, policy.effective));
  const strips = policy.facts.flatMap(({ kind, from }, i): readonly string[] => {
    if (kind !== "date") return [];
    if (from === "clock") return [strip(pack, compiled, facts, i)];
    if (asked.length === 0) return [strip(pack, compiled, facts, i)];
    return asked.map((today) =>
      strip(pack, compiled, { ...facts, [policy.facts[clock]?.name ?? ""]: known(today.from) }, i, today),
    );
  });
  const who = answers.map(
    ({ name, cell }) => `- ${nameOf(pack, name, "ko")} · \`${name}\`: ${spanWords(pack, name, [cell], "ko")}\n`,
  );
  return strips.length === 0 ? "" : [who.join(""), ...strips].join("\n");
}

interface Days {
  readonly from: Day;
  readonly to?: Day;
}

/** The days of a cell on which the policy is in force. */
function daysInForce(cell: Cell, effective: Days): readonly Days[] {
  if (cell.kind === "value") return [];
  const from = cell.from === undefined || cell.from < effective.from ? effective.from : cell.from;
  const to = cell.to === undefined || (effective.to !== undefined && effective.to < cell.to) ? effective.to : cell.to;
  return to === undefined || from <= to ? [{ from, ...(to === undefined ? {} : { to }) }] : [];
}

const known = (value: string): FactState => ({ state: "known", value, from: "customer" });

function strip(pack: Pack, compiled: CompiledPolicy, facts: Facts, vary: number, today?: Days): string {
  const { policy } = compiled;
  const fact = policy.facts[vary]?.name ?? "";
  const isClock = policy.facts[vary]?.from === "clock";
  const merged: { cells: Cell[]; told: string }[] = [];
  for (const { cell, verdict } of whatIf(compiled, facts, fact)) {
    const told = toldWords(verdict);
    const last = merged.at(-1);
    const cells = isClock
      ? daysInForce(cell, policy.effective).map((days): Cell => ({ kind: "days", ...days }))
      : [cell];
    if (last?.told === told) last.cells.push(...cells);
    else if (cells.length > 0) merged.push({ cells, told });
  }
  const asOf = LANGUAGES.map((language) =>
    today === undefined
      ? ""
      : ` — ${nameOf(pack, "today", language)} ${spanWords(pack, "today", [{ kind: "days", ...today }], language)}`,
  );
  const title = LANGUAGES.map((language, i) => `${nameOf(pack, fact, language)}${asOf[i]}`);
  const rows = merged.map(({ cells, told }) => {
    const span = joined(cells);
    return [`${spanWords(pack, fact, span, "ko")}\n${spanWords(pack, fact, span, "en")}`, told];
  });
  return `**${title.join(" · ")}**\n\n${table([`\`${fact}\``, "결과 · verdict"], rows)}`;
}

function toldWords(verdict: Verdict): string {
  const { ko, en } = KIND_WORDS[verdict.kind];
  const codes = verdict.kind === "needs" ? [verdict.ask] : [...new Set(verdict.reasons.map(({ code }) => code))];
  return `${ko} · ${en}\n${codes.map((code) => `\`${code}\``).join(" ")}`;
}
