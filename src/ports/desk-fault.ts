import type { Instant } from "../core/day.ts";

/** The desk cannot be reached. The newest one is kept, also when it is over. */
export interface DeskFault {
  /** Of the far end, like `is_archived`; `unreachable` when it only does not answer. */
  readonly word: string;
  /** Names the fault. */
  readonly since: Instant;
  /** Absent while it lasts. */
  readonly endedAt?: Instant;
  /** What was told on another road so far. */
  readonly told: "nothing" | "beginning" | "end";
  /** When somebody last began to tell it. */
  readonly triedAt?: Instant;
  /** One more at each change. */
  readonly version: number;
}

/** Takes notice of how the desk fares; never throws, and nobody waits for it. */
export interface DeskWatch {
  /** Nothing can be posted until somebody does something. */
  stopped(word: string): void;
  /** Something was posted. */
  works(): void;
}

export const noWatch: DeskWatch = { stopped: () => undefined, works: () => undefined };
