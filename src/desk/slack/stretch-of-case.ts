import type { CaseView } from "../../ports/desk-view.ts";
import { type LogEntry, visibleToCustomer } from "../../ports/log-entry.ts";

/** The part of a conversation that belongs to one of its cases. */
export interface Stretch {
  /** Up to the message that led to the case. */
  readonly before: readonly LogEntry[];
  /** From then on, to the good-bye if it is over. */
  readonly during: readonly LogEntry[];
}

const isOpening = ({ body }: LogEntry): boolean => body.kind === "desk" && body.event.startsWith("opened.");
const isClosing = ({ body }: LogEntry): boolean => body.kind === "desk" && /^(?:close\.|hand-back$)/.test(body.event);

/**
 * Goes by the log and not by the clocks of several machines: a conversation can have had other cases before and after. What
 * the customer said after asking, but before that question had its turn, stands before the opening and belongs to the case.
 */
export function stretchOfCase({ case: on, entries }: CaseView): Stretch {
  const openedAtMs = Date.parse(on.openedAt);
  const awayMs = ({ at }: LogEntry): number => Math.abs(Date.parse(at) - openedAtMs);
  const [opening] = entries.filter(isOpening).toSorted((a, b) => awayMs(a) - awayMs(b) || b.seq - a.seq);
  const openedSeq = opening?.seq ?? 0;
  const asked = opening?.body.kind === "desk" ? (opening.body.after ?? openedSeq - 1) : 0;
  const hasWaited = entries.some(({ seq, body }) => seq > asked && seq < openedSeq && body.kind === "customer");
  // The bot's own words about the hand-off stand on the card, unless they would push what waited aside.
  const after = opening === undefined || hasWaited ? asked : openedSeq - 1;
  const during = entries.filter((entry) => entry.seq > after && (entry.seq >= openedSeq || visibleToCustomer(entry)));
  return {
    before: entries.filter(({ seq }) => seq <= after),
    during: on.status === "closed" ? untilGoodBye(during, openedSeq) : during,
  };
}

/** The bot's last words follow the closing; what the customer says next belongs to the bot again. */
function untilGoodBye(during: readonly LogEntry[], openedSeq: number): readonly LogEntry[] {
  const again = during.findLastIndex(({ body }) => body.kind === "desk" && body.event.startsWith("re-open"));
  const closing = during.findIndex((entry, index) => index > again && entry.seq > openedSeq && isClosing(entry));
  if (closing === -1) return during;
  const next = during.findIndex(
    (entry, index) => index > closing && (entry.body.kind === "customer" || isOpening(entry)),
  );
  return next === -1 ? during : during.slice(0, next);
}
