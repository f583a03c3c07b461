import { setTimeout as pause } from "node:timers/promises";

/** Resolves when `work` has ended, well or badly, or when it has had its time. */
export async function atMost(ms: number, work: Promise<unknown>): Promise<void> {
  await Promise.race([work.catch(() => undefined), pause(ms, undefined, { ref: false })]);
}
