import type { Instant } from "../core/day.ts";

export const addMs = (at: Instant, ms: number): Instant => new Date(Date.parse(at) + ms).toISOString();
