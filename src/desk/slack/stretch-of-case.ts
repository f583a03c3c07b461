import type { CaseView } from "../../ports/desk-view.ts";
import type { LogEntry } from "../../ports/log-entry.ts";

/** The part of a conversation that belongs to one of its cases. */
export interface Stretch {
  /** Up to the moment at which the case was opened. */
  readonly before: readonly LogEntry[];
  /** From then on, to the good-bye if it is over. */
  readonly during: readonly LogEntry[];
}

const isOpening = ({ body }: LogEntry): boolean => body.kind === "desk" && body.event.startsWith("opened.");
const isClosing = ({ body }: LogEntry): boolean => body.kind === "desk" && /^(?:close\.|hand-back$)/.test(body.event);

/** Goes by the log and not by the clocks of several machines: a conversation can have had other cases before and after. */
export function stretchOfCase({ case: on, entries }: CaseView): Stretch {
  const openedAtMs = Date.parse(on.openedAt);
  const awayMs = (index: number): number => Math.abs(Date.parse(entries[index]?.at ?? on.openedAt) - openedAtMs);
  const openings = entries.flatMap((entry, index) => (isOpening(entry) ? [index] : []));
  const [opening = 0] = openings.toSorted((a, b) => awayMs(a) - awayMs(b) || b - a);
  const after = entries.slice(opening);
  return { before: entries.slice(0, opening), during: on.status === "closed" ? untilGoodBye(after) : after };
}

/** The bot's last words follow the closing; what the customer says next belongs to the bot again. */
function untilGoodBye(after: readonly LogEntry[]): readonly LogEntry[] {
  const again = after.findLastIndex(({ body }) => body.kind === "desk" && body.event.startsWith("re-open"));
  const closing = after.findIndex((entry, index) => index > again && isClosing(entry));
  if (closing === -1) return after;
  const next = after.findIndex(
    (entry, index) => index > closing && (entry.body.kind === "customer" || isOpening(entry)),
  );
  return next === -1 ? after : after.slice(0, next);
}
