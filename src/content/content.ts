import type { HandOffReason } from "../core/case.ts";
import type { Day } from "../core/day.ts";
import type { CardLimits } from "../core/desk-numbers.ts";
import type { Intent } from "../core/intent.ts";
import type { Language, Localized } from "../core/language.ts";
import type { Clocks } from "../handoff/clocks.ts";
import type { DeskHoursPlan } from "../handoff/desk-hours.ts";
import type { CompiledPolicy } from "../policy/compiled-policy.ts";
import type { ApprovedReply } from "./approved-reply.ts";
import type { AnswerHead, IncidentFile, PackCase, PackFact, Questions, Source, Utterances } from "./schemas.ts";

/** One dated variant of an answer, in every language. */
export interface Answer {
  /** `waiver_window.open` */
  readonly id: string;
  readonly head: AnswerHead;
  readonly body: Localized;
}

/** Everything of one incident. */
export interface Pack {
  readonly incident: IncidentFile;
  readonly sources: ReadonlyMap<string, Source>;
  readonly facts: ReadonlyMap<string, PackFact>;
  /** All variants of an intent or reason, oldest first. */
  readonly answers: ReadonlyMap<string, readonly Answer[]>;
  readonly questions: Readonly<Record<Language, Questions>>;
  readonly utterances: Utterances;
  /** Versions of each benefit's policy. */
  readonly policies: ReadonlyMap<string, readonly CompiledPolicy[]>;
  readonly cases: readonly PackCase[];
  /** What agents may send, in the order of the file. */
  readonly replies: readonly ApprovedReply[];
}

export interface IntentContent {
  readonly purpose: string;
  readonly label: Localized;
  readonly examples: Readonly<Record<Language, readonly string[]>>;
  readonly nearMisses: readonly { readonly text: string; readonly belongs: Intent }[];
}

export interface DeskHours {
  readonly plan: DeskHoursPlan;
  /** The plan as customers read it. */
  readonly words: Localized;
}

/** Which cases leave the desk by themselves. */
export interface LiveSupportRules {
  readonly straightOn: readonly HandOffReason[];
}

/** All words, facts and policies, loaded once and never changed. */
export interface Content {
  /** SHA-256 over every file, hex. Stored with each turn. */
  readonly hash: string;
  readonly intents: ReadonlyMap<Intent, IntentContent>;
  readonly messages: Readonly<Record<Language, ReadonlyMap<string, string>>>;
  readonly hours: DeskHours;
  readonly clocks: Clocks;
  readonly card: CardLimits;
  readonly liveSupport: LiveSupportRules;
  readonly packs: ReadonlyMap<string, Pack>;
}

/** The answer variant in force on a day. */
export const answerInForce = (pack: Pack, id: string, day: Day): Answer | undefined =>
  pack.answers
    .get(id)
    ?.find(({ head }) => head.valid_from <= day && (head.valid_to === undefined || day <= head.valid_to));
