import type { Effect } from "../core/effect.ts";
import { text } from "../core/message.ts";
import type { ReadFact } from "../core/understanding.ts";

/** Says that what was told before has been put right; a span in the customer's own words. */
export const corrected = ({ fact, value, to, evidence }: ReadFact): Effect => ({
  kind: "say",
  message: text("repair.corrected", {
    fact: { kind: "fact", fact },
    value: to === undefined ? { kind: "value", fact, value } : evidence,
  }),
});
