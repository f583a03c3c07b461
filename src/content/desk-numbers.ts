import type { Instant } from "../core/day.ts";
import type { DeskNumbers } from "../core/desk-numbers.ts";
import { urgencyOf } from "../handoff/urgency-of.ts";
import type { Content } from "./content.ts";

/** What desks go by; `now` is the real time, as the instants of cases are. */
export const deskNumbers = ({ card, clocks, hours }: Content, now: () => Instant): DeskNumbers => ({
  card,
  undoSeconds: clocks.undoSeconds,
  urgencyOf: (one) =>
    urgencyOf(one, { now: now(), plan: hours.plan, deskMinutes: clocks.deskMinutes, warnMinutes: card.warnMinutes }),
});
