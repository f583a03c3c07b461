import type { OpenQuestion } from "../core/conversation.ts";
import type { Day } from "../core/day.ts";
import type { Intent } from "../core/intent.ts";
import type { Localized } from "../core/language.ts";
import type { Reply, Segment } from "../core/understanding.ts";
import type { ShortReply } from "./short-replies.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** The question that is open, and what its answers are read with. */
export interface ReplyContext {
  readonly open: OpenQuestion;
  readonly today: Day;
  readonly vocabulary: Vocabulary;
  readonly labels: Readonly<Partial<Record<Intent, Localized>>>;
  readonly classify: (text: string) => Segment;
}

/** True when a mere yes or no answers the question. */
export const takesYesOrNo = ({ open, vocabulary }: ReplyContext): boolean =>
  open.kind === "confirm" ||
  open.kind === "person" ||
  (open.kind === "intent" && open.intents.length === 1) ||
  (open.kind === "fact" && ["yes", "none"].some((value) => vocabulary.facts[open.fact]?.values[value] !== undefined));

/** A yes is the value "yes" where the fact has one, and the button where there is just one. */
export function replyOfShort(short: ShortReply, words: string, { open, vocabulary }: ReplyContext): Reply {
  const [only, ...others] = open.kind === "intent" ? open.intents : [];
  if (short === "yes" && only !== undefined && others.length === 0) return { kind: "intent", intent: only };
  if (open.kind !== "fact" || (short !== "yes" && short !== "no")) return { kind: short };
  const values = vocabulary.facts[open.fact]?.values ?? {};
  const value = Object.hasOwn(values, short)
    ? short
    : short === "no" && Object.hasOwn(values, "none")
      ? "none"
      : undefined;
  if (value === undefined || (value === "none" && vocabulary.facts[open.fact]?.kind === "date")) return { kind: short };
  return { kind: "value", read: { fact: open.fact, value, evidence: words, at: 0, guessed: false } };
}
