import type { Clock } from "../../src/ports/clock.ts";

const now = () => new Date().toISOString();

/** The machine's own time, for processes that are killed on purpose. */
export const onMachineTime: Clock = { now, today: () => now().slice(0, 10), local: () => now().slice(0, 16) };
