import type { Segment, Understanding } from "../core/understanding.ts";

/** From here on it is danger; below, down to the other, it is asked. A person looks once too often rather than once too late. */
export const DANGER_FROM = 0.6;
export const PERHAPS_DANGER_FROM = 0.3;

/** How likely the customer is in danger or despair now, 0 to 1. */
export const dangerOf = ({ segments }: Understanding): number => Math.max(0, ...segments.map(ofSegment));

const ofSegment = ({ intent, confidence, alternatives }: Segment): number =>
  intent === "distress" ? confidence : (alternatives.find((other) => other.intent === "distress")?.confidence ?? 0);
