import { z } from "zod";
import type { CardLimits } from "../core/desk-numbers.ts";
import type { Parsed } from "./yaml-file.ts";
import { readYaml } from "./yaml-file.ts";

const FILE = "dialogs/hand-off/card.yaml";

const cardFileSchema = z.strictObject({
  last_messages: z.number().int().min(1).max(6),
  letters: z.number().int().min(50).max(500),
  warn_minutes: z.number().int().min(0).max(600),
});

/** Reads what the card of a case shows. */
export async function loadCardLimits(root: string): Promise<Parsed<CardLimits>> {
  const parsed = await readYaml(root, FILE, cardFileSchema);
  if (!parsed.ok) return parsed;
  const { last_messages: lastMessages, letters, warn_minutes: warnMinutes } = parsed.value;
  return { ok: true, value: { lastMessages, letters, warnMinutes } };
}
