import type { LogEntry } from "../../ports/log-entry.ts";

/** What became of a reply that waited, and where it was written down. */
export interface ReplyFate {
  readonly fate: "waits" | "left" | "taken-back";
  /** The place of its note. */
  readonly noted: number;
}

/** Of every reply that could be taken back, by its number. */
export function replyFates(entries: readonly LogEntry[]): ReadonlyMap<number, ReplyFate> {
  const fates = new Map<number, ReplyFate>();
  for (const { seq, body } of entries) {
    if (!("reply" in body) || body.reply === undefined) continue;
    const noted = fates.get(body.reply)?.noted ?? seq;
    fates.set(body.reply, { noted, fate: FATES[body.kind] });
  }
  return fates;
}

const FATES = { note: "waits", agent: "left", desk: "taken-back" } as const;
