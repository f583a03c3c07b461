import { LANGUAGES, type Language } from "../core/language.ts";
import type { Slot } from "../core/slot.ts";

/** A slot as its button says it. */
export type SlotLabel = (slot: Slot, language: Language) => string;

const PLACES: readonly RegExp[] = [/^(?:1|첫|하나|first)/i, /^(?:2|두|둘|second)/i, /^(?:3|세|셋|third)/i];
const LONGEST_PLACE = 8;

/** The slot that the words choose: its button's label in either language, or its place ("2번"). */
export function chosenSlot(words: string, slots: readonly Slot[], label: SlotLabel): Slot | undefined {
  const said = squeeze(words);
  const named = slots.find((slot) => LANGUAGES.some((language) => squeeze(label(slot, language)) === said));
  if (named !== undefined || said.length > LONGEST_PLACE) return named;
  const place = PLACES.findIndex((form) => form.test(said));
  return place < 0 ? undefined : slots[place];
}

const squeeze = (words: string): string => words.normalize("NFC").replaceAll(/\s+/g, "").toLowerCase();
