import { sampleOf } from "../../src/policy/cells.ts";
import type { CompiledPolicy } from "../../src/policy/compiled-policy.ts";
import { type RawPolicy, standingRules } from "./oracle.ts";

/** Truth about every partial state by brute force over its completions. A state has one digit per fact; 0 is open. */
export interface Lattice {
  readonly size: number;
  readonly open: (state: number) => readonly number[];
  readonly with: (state: number, fact: number, digit: number) => number;
  readonly digits: (state: number) => readonly number[];
  /** Bit set of kinds of all completions. */
  readonly kinds: (state: number) => number;
  /** Bit set of rules that stand in all completions. */
  readonly sure: (state: number) => number;
  /** Bit set of the facts that change the kind in some completion. */
  readonly support: (state: number) => number;
}

export const KINDS = ["eligible", "ineligible", "refer"] as const;

export function latticeOf(raw: RawPolicy, { domains, policy }: CompiledPolicy): Lattice {
  const bases = domains.map((domain) => domain.length + 1);
  const steps = bases.map((_, i) => bases.slice(0, i).reduce((a, b) => a * b, 1));
  const size = bases.reduce((a, b) => a * b, 1);
  const digits = (state: number) => bases.map((base, i) => Math.floor(state / (steps[i] ?? 1)) % base);
  const open = (state: number) => digits(state).flatMap((digit, fact) => (digit === 0 ? [fact] : []));
  const step = (state: number, fact: number, digit: number) =>
    state + (digit - (digits(state)[fact] ?? 0)) * (steps[fact] ?? 1);
  const [kinds, sure, support] = [new Uint8Array(size), new Uint32Array(size), new Uint32Array(size)];
  // Filling in a fact makes the number larger, so completions come first when counting down.
  for (let state = size - 1; state >= 0; state--) {
    const unknown = open(state);
    const [fact] = unknown;
    if (fact === undefined) {
      const situation = digits(state).map((digit, i) => [
        policy.facts[i]?.name,
        sampleOf(domains[i]?.[digit - 1] as never),
      ]);
      const standing = standingRules(raw, Object.fromEntries(situation));
      for (const rule of standing) {
        kinds[state] = (kinds[state] ?? 0) | (1 << KINDS.indexOf(rule.then as never));
        sure[state] = (sure[state] ?? 0) | (1 << raw.rules.indexOf(rule));
      }
      continue;
    }
    sure[state] = -1 >>> 0;
    for (const [i, each] of unknown.entries()) {
      for (let digit = 1; digit < (bases[each] ?? 0); digit++) {
        const next = step(state, each, digit);
        support[state] = (support[state] ?? 0) | (support[next] ?? 0);
        if (i > 0) continue;
        kinds[state] = (kinds[state] ?? 0) | (kinds[next] ?? 0);
        sure[state] = (sure[state] ?? 0) & (sure[next] ?? 0);
      }
    }
    if (unknown.length === 1 && ((kinds[state] ?? 0) & ((kinds[state] ?? 0) - 1)) !== 0) support[state] = 1 << fact;
  }
  return {
    size,
    open,
    with: step,
    digits,
    kinds: (state) => kinds[state] ?? 0,
    sure: (state) => sure[state] ?? 0,
    support: (state) => support[state] ?? 0,
  };
}

export const isDecided = (kinds: number): boolean => (kinds & (kinds - 1)) === 0;

export const kindsIn = (bits: number): readonly string[] => KINDS.filter((_, i) => (bits & (1 << i)) !== 0);
