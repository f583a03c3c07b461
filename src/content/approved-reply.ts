import { canonicalJson } from "../core/canonical-json.ts";
import type { HandOffReason } from "../core/case.ts";
import type { Day } from "../core/day.ts";
import type { Intent } from "../core/intent.ts";
import type { Localized } from "../core/language.ts";
import type { PackFact } from "./schemas.ts";
import { sha256 } from "./sha256.ts";

/** Words that a person has approved for agents to send, with blanks that the agent fills in. */
export interface ApprovedReply {
  readonly key: string;
  readonly title: Localized;
  /** What a case is about for which the reply is proposed. */
  readonly fits: {
    readonly intents: readonly Intent[];
    /** Codes of verdicts' reasons. */
    readonly verdicts: readonly string[];
    readonly reasons: readonly HandOffReason[];
  };
  readonly validFrom: Day;
  readonly validTo?: Day;
  readonly sources: readonly string[];
  /** What a blank is, by its name. */
  readonly blanks: Readonly<Record<string, Localized>>;
  readonly body: Localized;
  /** What was approved; see `approvalOf`. */
  readonly approved: string;
  /** The approval that its words and the facts behind them would have now. When it is another, a person has to look again. */
  readonly approval: string;
}

const QUOTE = /\{\{fact\.([a-z0-9_.]+)\}\}/g;
const LENGTH = 16;

/** Keys of the facts that a text quotes. */
export const quotedFacts = ({ ko, en }: Localized): readonly string[] =>
  [...new Set([...`${ko}\n${en}`.matchAll(QUOTE)].map(([, key = ""]) => key))].sort();

/** Names words together with the values that they quote: it changes when either does. */
export function approvalOf(body: Localized, facts: ReadonlyMap<string, PackFact>): string {
  const quoted = quotedFacts(body).map((key) => {
    const fact = facts.get(key);
    return { key, value: fact?.value ?? null, unit: fact?.unit ?? null };
  });
  return sha256(canonicalJson({ body, quoted })).slice(0, LENGTH);
}

/** Somebody changed the words, or a fact behind them, since they were approved. */
export const isStale = ({ approved, approval }: ApprovedReply): boolean => approved !== approval;
