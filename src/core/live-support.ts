import type { Agent } from "./activity.ts";
import type { Instant } from "./day.ts";
import type { SupportStatus } from "./support-status.ts";

/** `sent`: no answer yet. `overdue`: no answer in time. `withdrawn`: somebody of the desk took the case back. */
export type SupportState = "sent" | SupportStatus | "overdue" | "withdrawn";

/** A case that was passed on to live support; the newest time counts. */
export interface PassedOn {
  /** Unguessable, and begins with the id of the case (see `caseOfSupport`). */
  readonly id: string;
  readonly state: SupportState;
  /** When it came to this state. */
  readonly since: Instant;
  /** Who passed it on; absent when a rule did. */
  readonly agent?: Agent;
}

const BETWEEN = "_";

export const supportId = (caseId: string, random: string): string => `${caseId}${BETWEEN}${random}`;

/** The case that a support id belongs to, if there is one. */
export const caseOfSupport = (id: string): string => id.slice(0, Math.max(0, id.lastIndexOf(BETWEEN)));

/** Live support has the case, or is about to. */
export const isPassedOn = (passed: PassedOn | undefined): passed is PassedOn =>
  passed?.state === "sent" || passed?.state === "accepted";
