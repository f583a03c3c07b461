import { z } from "zod";
import { isDay } from "../core/day.ts";
import { INTENTS } from "../core/intent.ts";
import { bandsSchema } from "./bands-schema.ts";

export const daySchema = z.string().refine(isDay, "is not a calendar day (YYYY-MM-DD)");
export const localizedSchema = z.strictObject({ ko: z.string().min(1), en: z.string().min(1) });
const lines = z.array(z.string().min(1));
const linesByLanguage = z.strictObject({ ko: lines, en: lines });
export const intentSchema = z.enum(INTENTS);

export const intentFileSchema = z.strictObject({
  purpose: z.string().min(1),
  label: localizedSchema,
  examples: linesByLanguage,
  near_misses: z.array(z.strictObject({ text: z.string().min(1), belongs: intentSchema })),
});

const sourceSchema = z.strictObject({
  publisher: localizedSchema,
  title: localizedSchema,
  date: daySchema,
  url: z.url({ protocol: /^https?$/ }),
  grade: z.enum(["A", "B", "C"]),
  status: z.enum(["announced", "confirmed", "preview", "withdrawn"]),
});
export const sourcesFileSchema = z.record(z.string(), sourceSchema);
export type Source = z.infer<typeof sourceSchema>;

export const FACT_UNITS = [
  "date",
  "month",
  "datetime",
  "won",
  "people",
  "count",
  "gb",
  "months",
  "days",
  "years",
  "percent",
  "age",
  "phone",
  "site",
  "text",
] as const;
export const packFactSchema = z.strictObject({
  value: z.union([z.string().min(1), z.number(), localizedSchema]),
  unit: z.enum(FACT_UNITS),
  valid_from: daySchema,
  valid_to: daySchema.optional(),
  grade: z.enum(["A", "B", "C", "U"]),
  sources: z.array(z.string()).min(1),
});
export const factsFileSchema = z.record(z.string(), packFactSchema);
export type PackFact = z.infer<typeof packFactSchema>;

export const answerHeadSchema = z.strictObject({
  id: z.string().min(1),
  variant: z.string().regex(/^[a-z0-9-]+$/),
  valid_from: daySchema,
  valid_to: daySchema.optional(),
  sources: z.array(z.string()).min(1).max(4),
  next: z.array(intentSchema).max(3),
  person: z.enum(["none", "offer"]),
});
export type AnswerHead = z.infer<typeof answerHeadSchema>;

export const incidentFileSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  status: z.enum(["draft", "published", "retired"]),
  names: linesByLanguage,
  title: localizedSchema,
  company: localizedSchema,
  covers_from: daySchema,
  knowledge_until: daySchema,
  topics: z.array(intentSchema).min(3).max(6),
  benefits: z.record(
    z.string(),
    z.strictObject({
      title: localizedSchema,
      /** Asking one of these starts the check. */
      intents: z.array(intentSchema),
      /** Asking one of these starts it when the customer also says something of the own situation. */
      intents_with_facts: z.array(intentSchema),
      /** Asked about a case that is only imagined, these ask for its verdict, too. */
      intents_supposing: z.array(intentSchema).default([]),
      /** What is said when a fact that the verdict needs cannot be told. */
      stuck: z.string().default("STUCK"),
    }),
  ),
  contacts: z.array(z.strictObject({ id: z.string(), name: localizedSchema, phone: z.string() })),
});
export type IncidentFile = z.infer<typeof incidentFileSchema>;

export const questionsFileSchema = z.record(
  z.string(),
  z.strictObject({
    label: z.string().min(1),
    ask: z.string().min(1),
    why: z.string().min(1),
    options: z.record(z.string(), z.string().min(1)),
  }),
);
export type Questions = z.infer<typeof questionsFileSchema>;

const byLanguage = z.strictObject({ ko: lines, en: lines });
export const utterancesFileSchema = z.strictObject({
  facts: z.record(
    z.string(),
    z
      .strictObject({
        values: z.record(z.string(), byLanguage),
        /** Words that tie a day in the same clause to the fact. */
        cues: byLanguage.optional(),
        /** True when the day may lie ahead. */
        future: z.boolean().optional(),
        /** Days of birth for which a value stands, both ends included. */
        births: bandsSchema(daySchema).optional(),
        /** Completed years on the day of asking for which a value stands, both ends included. */
        ages: bandsSchema(z.int().min(0).max(125)).optional(),
      })
      .refine(
        ({ births, ages }) => births === undefined || ages === undefined,
        "has `births` and `ages`; it may have one",
      ),
  ),
  examples: z.partialRecord(intentSchema, byLanguage),
});
export type Utterances = z.infer<typeof utterancesFileSchema>;

const factStateSchema = z.union([
  z.string(),
  z.strictObject({ unsure: z.literal(true) }),
  z.strictObject({ declined: z.literal(true) }),
]);
export const casesFileSchema = z.array(
  z.strictObject({
    name: z.string().min(1),
    asOf: daySchema,
    benefit: z.string(),
    facts: z.record(z.string(), factStateSchema),
    verdict: z.enum(["eligible", "ineligible", "refer", "needs"]),
    reasons: z.array(z.string()).default([]),
    asks: z.string().optional(),
  }),
);
export type PackCase = z.infer<typeof casesFileSchema>[number];

export const messagesFileSchema = z.record(z.string().regex(/^[a-z-]+\.[a-z-]+$/), z.string().min(1));

const interval = z.strictObject({ from: z.string().regex(/^\d\d:\d\d$/), to: z.string().regex(/^\d\d:\d\d$/) });
export const hoursFileSchema = z.strictObject({
  timezone: z.literal("Asia/Seoul"),
  words: localizedSchema,
  week: z.strictObject({
    sunday: z.array(interval),
    monday: z.array(interval),
    tuesday: z.array(interval),
    wednesday: z.array(interval),
    thursday: z.array(interval),
    friday: z.array(interval),
    saturday: z.array(interval),
  }),
  holidays: z.record(daySchema, localizedSchema),
});
