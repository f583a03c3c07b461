import { z } from "zod";
import type { AuditRecord } from "../core/audit.ts";
import { conversationId } from "../core/ids.ts";

const words = z.array(z.string());
const told = { fact: z.string(), seq: z.number().exactOptional() };
const origin = z.enum(["customer", "crm", "clock", "agent"]);

const fact = z.discriminatedUnion("state", [
  z.strictObject({
    ...told,
    state: z.literal("known"),
    value: z.string(),
    to: z.string().exactOptional(),
    from: origin,
  }),
  z.strictObject({ ...told, state: z.literal("sealed"), oneOf: words, from: origin }),
  z.strictObject({ ...told, state: z.literal("unsure") }),
  z.strictObject({ ...told, state: z.literal("declined") }),
  z.strictObject({ ...told, state: z.literal("conflict"), values: words.exactOptional() }),
]);

const verdict = z.strictObject({
  kind: z.enum(["eligible", "ineligible", "refer", "needs"]),
  reasons: z.array(z.strictObject({ rule: z.string(), code: z.string() })),
  because: words.exactOptional(),
  validUntil: z.string().exactOptional(),
  stuckOn: words.exactOptional(),
  ask: z.string().exactOptional(),
});

const record = z.strictObject({
  conversation: z.string().transform(conversationId),
  seq: z.number(),
  at: z.string(),
  day: z.string(),
  incident: z.string(),
  benefit: z.string(),
  policy: z.strictObject({ id: z.string(), version: z.number(), hash: z.string() }).exactOptional(),
  facts: z.array(fact),
  supposed: words.exactOptional(),
  verdict,
  previous: z.string().exactOptional(),
  hash: z.string(),
});

/** The records of one turn as the store holds them; undefined when they are no records any more. */
export function parseAuditRecords(json: string): readonly AuditRecord[] | undefined {
  try {
    const read = z.array(record).safeParse(JSON.parse(json));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}
