import { seededRandom } from "../../src/understanding/seeded-random.ts";

/** What goes wrong with one call. `done`: the far end did what was asked all the same, and only the answer is lost. */
export type Fault =
  | { readonly kind: "none" }
  | { readonly kind: "too-many"; readonly retryAfterS?: number }
  | { readonly kind: "error"; readonly status: 500 | 502 | 503; readonly done: boolean }
  | { readonly kind: "hang"; readonly done: boolean }
  | { readonly kind: "reset"; readonly done: boolean }
  | { readonly kind: "slow"; readonly ms: number };

/** Decides call by call what goes wrong. */
export interface FaultPlan {
  next(): Fault;
  /** The next calls go wrong in these ways, before the plan goes on. */
  first(...faults: readonly Fault[]): void;
  /** From now on things go wrong; needed where the plan waits for it. */
  begin(): void;
  /** From now on nothing goes wrong. */
  end(): void;
}

export interface PlannedFaults {
  readonly seed: number;
  /** Share of the calls that fail, 0 to 1; slow ones come on top. */
  readonly share: number;
  /** Share of calls that are answered late, but well. */
  readonly slowShare?: number;
  readonly slowMs?: number;
  /** Whether nothing goes wrong until `begin`. */
  readonly waits?: boolean;
}

/** Parts of all faults; they sum to 1. What hangs costs the caller its whole patience, so it is rare. */
const MIX: readonly (readonly [number, (chance: number) => Fault])[] = [
  [0.25, () => ({ kind: "too-many", retryAfterS: 1 })],
  [0.13, () => ({ kind: "too-many" })],
  [0.2, (chance) => ({ kind: "error", status: statusOf(chance), done: false })],
  [0.24, (chance) => ({ kind: "error", status: statusOf(chance), done: true })],
  [0.1, () => ({ kind: "reset", done: true })],
  [0.05, () => ({ kind: "reset", done: false })],
  [0.015, () => ({ kind: "hang", done: true })],
  [0.015, () => ({ kind: "hang", done: false })],
];

const statusOf = (chance: number): 500 | 502 | 503 => (chance < 0.34 ? 500 : chance < 0.67 ? 502 : 503);

const NONE: Fault = { kind: "none" };

/** The same seed gives the same faults in the same order. */
export function createFaultPlan({
  seed,
  share,
  slowShare = 0,
  slowMs = 2_900,
  waits = false,
}: PlannedFaults): FaultPlan {
  const random = seededRandom(seed);
  const waiting: Fault[] = [];
  let over = waits;
  const planned = (): Fault => {
    const chance = random();
    if (chance < share) return fromMix(random(), random());
    return chance < share + slowShare ? { kind: "slow", ms: slowMs } : NONE;
  };
  return {
    next: () => (over ? NONE : (waiting.shift() ?? planned())),
    first: (...faults) => {
      waiting.push(...faults);
    },
    begin: () => {
      over = false;
    },
    end: () => {
      over = true;
    },
  };
}

/** A far end that never fails by itself; `first` makes single calls fail. */
export const noFaults = (): FaultPlan => createFaultPlan({ seed: 0, share: 0 });

function fromMix(which: number, chance: number): Fault {
  let below = 0;
  for (const [part, make] of MIX) {
    below += part;
    if (which < below) return make(chance);
  }
  return NONE;
}

/** Whether the caller cannot know what was done: nothing but asking the far end would tell. */
export const isAmbiguous = (fault: Fault): boolean =>
  fault.kind === "error" || fault.kind === "hang" || fault.kind === "reset";

/** Whether the far end does what it is asked, whatever it answers. */
export const isDone = (fault: Fault): boolean =>
  fault.kind === "none" || fault.kind === "slow" || (fault.kind !== "too-many" && fault.done);
