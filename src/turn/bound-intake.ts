import { AppError } from "../core/app-error.ts";
import type { Intake } from "../ports/intake.ts";
import type { Meter } from "../ports/meter.ts";

export interface IntakeLimits {
  readonly atOnce: number;
  readonly patienceMs: number;
  /** For what comes from a far end that never repeats it. */
  readonly onlyChanceMs: number;
}

/** What one process takes in at a time, and how long the door waits for the store. */
export const INTAKE_LIMITS: IntakeLimits = { atOnce: 512, patienceMs: 800, onlyChanceMs: 1_800 };

/** They wait five seconds for an answer, and what is refused is gone. */
const NEVER_REPEATED: ReadonlySet<string> = new Set(["kakao", "naver"]);

/**
 * A door with a bound. More than `atOnce` arrivals on their way to the disk: the next is refused at once. No answer of the store in
 * time: AppError STORE_UNAVAILABLE; should it be stored after all, the far end's repetition finds it there by its key.
 */
export function boundIntake(intake: Intake, meter: Meter, limits: IntakeLimits = INTAKE_LIMITS): Intake {
  let underWay = 0;
  const taken: Intake = async (arrival) => {
    underWay += 1;
    try {
      return await intake(arrival);
    } finally {
      underWay -= 1;
    }
  };
  return async (arrival) => {
    if (underWay >= limits.atOnce) {
      meter.count("accept", { result: "refused" });
      throw new AppError("OVERLOADED", "Too many arrivals are being stored.");
    }
    const start = performance.now();
    const patienceMs = NEVER_REPEATED.has(arrival.channel) ? limits.onlyChanceMs : limits.patienceMs;
    try {
      const accepted = await inTime(taken(arrival), patienceMs);
      meter.count("accept", { result: accepted.kind });
      meter.observe("accept", {}, (performance.now() - start) / 1_000);
      return accepted;
    } catch (error) {
      meter.count("accept", { result: "failed" });
      throw error;
    }
  };
}

function inTime<T>(work: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new AppError("STORE_UNAVAILABLE", "The store did not answer in time.")), ms);
    work.then(resolve, reject).finally(() => clearTimeout(late));
  });
}
