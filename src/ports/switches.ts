import type { Language } from "../core/language.ts";
import type { Said } from "../core/message.ts";
import type { SwitchChange } from "../core/switch.ts";

/** What a lead does to a switch. */
export interface NewSwitchChange extends Pick<SwitchChange, "name" | "off" | "reason" | "agent"> {
  readonly unsent?: UnsentAnswers;
}

/** Words with one of these answers that nobody has tried to send yet, and what is sent in their place. */
export interface UnsentAnswers {
  /** Intents and codes of reasons. */
  readonly answers: readonly string[];
  readonly instead: Readonly<Record<Language, Said>>;
}

/** `already`: it stands so, and nothing was written. */
export type SwitchTurned = { readonly kind: "turned"; readonly version: number } | { readonly kind: "already" };
