import type { Domain } from "./cells.ts";
import type { Rooted } from "./diagram.ts";
import type { Planner } from "./planner.ts";
import type { Policy } from "./policy.ts";
import type { Cells, Standing } from "./standing.ts";

/** A policy proven free of gaps and conflicts, ready to be asked. */
export interface CompiledPolicy {
  readonly policy: Policy;
  readonly domains: readonly Domain[];
  /** What can be concluded. */
  readonly kinds: Rooted;
  /** Which rules stand: labels are rule indexes joined by commas. */
  readonly standing: Rooted;
  readonly judge: (cells: Cells) => Standing;
  /** For each rule, the indexes of the rules that beat it. */
  readonly beaters: readonly (readonly number[])[];
  readonly planner: Planner;
}
