import type { StoreNews, Work } from "../../ports/store.ts";

/** What processes tell each other in a NOTIFY: that something happened, never what was said. */
export interface Hints {
  /** The process that speaks. */
  readonly from: string;
  readonly work: readonly Work[];
  readonly news: readonly StoreNews[];
}

/** PostgreSQL takes 7,999 bytes. */
const LARGEST = 7_000;

/** The hints as payloads, each of which PostgreSQL takes. What is too large for that becomes `missed`. */
export function payloadsOf(hints: Hints): readonly string[] {
  const whole = JSON.stringify(hints);
  if (Buffer.byteLength(whole) <= LARGEST) return [whole];
  const { news } = hints;
  if (news.length < 2) return [JSON.stringify({ ...hints, news: [{ kind: "missed" }] })];
  const middle = news.length >> 1;
  return [news.slice(0, middle), news.slice(middle)].flatMap((part) => payloadsOf({ ...hints, news: part }));
}

/** Undefined for what is no payload of ours. */
export function readPayload(payload: string): Hints | undefined {
  try {
    const hints: Hints = JSON.parse(payload);
    return Array.isArray(hints.work) && Array.isArray(hints.news) ? hints : undefined;
  } catch {
    return undefined;
  }
}
