import type { ConversationId } from "../core/ids.ts";

/** Where an arrival stands in the order of work. */
export interface Place {
  readonly place: number;
  /** The arrival's row. */
  readonly arrival: number;
  readonly talk: ConversationId;
}

/** Arrivals that wait, in the order of work. */
export interface Order {
  length(): number;
  /** Adds it where it belongs, once. */
  add(talk: { readonly id: ConversationId }, arrival: { readonly id: number; readonly place: number }): void;
  /** The first live one that is free. Drops on its way what is not live any more. */
  first(isLive: (one: Place) => boolean, isFree: (talk: ConversationId) => boolean): ConversationId | undefined;
}

export function createOrder(): Order {
  const all: Place[] = [];
  const isAfter = (one: Place | undefined, other: Place): boolean =>
    one !== undefined && (one.place > other.place || (one.place === other.place && one.arrival > other.arrival));
  return {
    length: () => all.length,
    add: (talk, arrival) => {
      const added = { place: arrival.place, arrival: arrival.id, talk: talk.id };
      // Mostly it is the last.
      let at = all.length;
      while (isAfter(all[at - 1], added)) at -= 1;
      if (all[at - 1]?.arrival !== added.arrival) all.splice(at, 0, added);
    },
    first: (isLive, isFree) => {
      let kept = 0;
      for (const [index, one] of all.entries()) {
        if (!isLive(one)) continue;
        all[kept] = one;
        if (isFree(one.talk)) {
          all.splice(kept + 1, index - kept);
          return one.talk;
        }
        kept += 1;
      }
      all.length = kept;
      return undefined;
    },
  };
}
