import type { Case, Deadline } from "../core/case.ts";
import { type Instant, localOf } from "../core/day.ts";
import type { Urgency } from "../core/desk-numbers.ts";
import type { Clocks } from "./clocks.ts";
import { type DeskHoursPlan, deskMinutesBetween } from "./desk-hours.ts";

export interface UrgencyWith {
  readonly now: Instant;
  readonly plan: DeskHoursPlan;
  readonly deskMinutes: Clocks["deskMinutes"];
  readonly warnMinutes: number;
}

/** Undefined for a case with time left, and for one that is over. */
export function urgencyOf(one: Case, { now, plan, deskMinutes, warnMinutes }: UrgencyWith): Urgency | undefined {
  if (one.status === "closed") return undefined;
  if ((one.breaching ?? []).length > 0) return "late";
  const left = running(one).map(
    ([deadline, since]) => LIMITS[deadline](deskMinutes) - deskMinutesBetween(plan, localOf(since), localOf(now)),
  );
  const least = Math.min(...left);
  if (least <= 0) return "late";
  return least <= warnMinutes ? "soon" : undefined;
}

const LIMITS: Readonly<Record<Deadline, (of: Clocks["deskMinutes"]) => number>> = {
  "first-reply": ({ firstReply }) => firstReply,
  "next-reply": ({ nextReply }) => nextReply,
  resolve: ({ resolve }) => resolve,
};

/** The clocks that run, and since when. */
function running({ openedAt, waitingSince, repliedAt }: Case): readonly (readonly [Deadline, Instant])[] {
  const owed: readonly (readonly [Deadline, Instant])[] =
    waitingSince === undefined ? [] : [[repliedAt === undefined ? "first-reply" : "next-reply", waitingSince]];
  return [...owed, ["resolve", openedAt]];
}
