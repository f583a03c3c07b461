import type { SupportStatus } from "../../src/core/support-status.ts";
import type { Fault } from "../fakes/fault-plan.ts";

/** What live support has taken, whatever way it came. */
export interface TakenPost {
  /** The passing on; undefined for a call back. */
  readonly support: string | undefined;
  readonly kind: "initiate" | "withdraw" | "call-back";
  /** The whole body as it came. */
  readonly body: string;
}

/** Live support as the suite sees it: a real server with faults of its own, which can report back. */
export interface FarSupport {
  readonly name: string;
  readonly settings: Readonly<Record<string, string>>;
  /** Where an attempt is in doubt it is made again. */
  readonly repeats: boolean;
  /** The next calls go wrong in these ways. */
  fail(...faults: readonly Fault[]): void;
  /** From now on every call is refused for good, or no more. */
  refuse(status: number | undefined): void;
  /** Each once, however often it came. */
  taken(): readonly TakenPost[];
  /** How many calls came, refused ones included. */
  calls(): number;
  /** Resolves to the status of the answer. */
  report(address: string, support: string, status: SupportStatus, message?: string): Promise<number>;
  close(): Promise<void>;
}
