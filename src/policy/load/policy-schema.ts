import { z } from "zod";
import { isDay } from "../../core/day.ts";

const day = z.string().refine(isDay, "is not a day of the calendar (YYYY-MM-DD)");
const word = z.string().regex(/^[a-z][a-z0-9_-]*$/, "must be a lower-case word");
const asked = {
  ask: z.strictObject({ cost: z.number().positive(), sensitive: z.boolean().default(false) }).optional(),
  given: z.literal("clock").optional(),
  prior: z.array(z.number().positive()).optional(),
};

const fact = z
  .discriminatedUnion("type", [
    z.strictObject({ type: z.literal("enum"), values: z.array(word).min(2), ...asked }),
    z.strictObject({ type: z.literal("date"), extra: z.array(word).default([]), ...asked }),
  ])
  .refine((it) => (it.ask === undefined) !== (it.given === undefined), "needs either `ask` or `given`");

const rule = z.strictObject({
  id: word,
  group: word.optional(),
  /** Read by `parseCondition`, which knows the facts. */
  when: z.unknown(),
  // biome-ignore lint/suspicious/noThenProperty: a rule reads "when ... then ..."
  then: z.enum(["eligible", "ineligible", "refer"]),
  reason: z.string().regex(/^[A-Z][A-Z0-9_]*$/, "must be an upper-case code"),
  exceptionTo: z.array(word).default([]),
  cite: z.array(z.string().min(1)).min(1),
});

/** The form of a policy file; what its words refer to is checked by `parsePolicy`. */
export const policySchema = z.strictObject({
  policy: word,
  version: z.int().positive(),
  effective: z
    .strictObject({ from: day, to: day.optional() })
    .refine(({ from, to }) => to === undefined || from <= to, "ends before it begins"),
  facts: z.record(word, fact),
  rules: z.array(rule).min(1),
});

export type PolicyDocument = z.infer<typeof policySchema>;
