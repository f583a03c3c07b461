import { z } from "zod";
import { CONVERSATION_INTENTS, type Intent } from "../core/intent.ts";
import { LANGUAGES, type Language } from "../core/language.ts";
import type { RankedIntent, Segment, Understanding } from "../core/understanding.ts";
import { languageOfLetters } from "../understanding/index.ts";

const lineSchema = z.strictObject({ text: z.string(), lang: z.enum(LANGUAGES).optional() });

export type Classified =
  | {
      readonly text: string;
      readonly intent: Intent;
      readonly confidence: number;
      readonly alternatives: readonly RankedIntent[];
      readonly language: Language;
    }
  | { readonly error: { readonly line: number; readonly message: string } };

/** What one JSON line means; a bad line is named and harms no other. */
export function classifyLine(
  line: string,
  number: number,
  understand: (text: string, language: Language) => Understanding,
): Classified {
  const parsed = lineSchema.safeParse(jsonOf(line));
  if (!parsed.success) {
    const message = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; ");
    return { error: { line: number, message } };
  }
  const { text, lang = languageOfLetters(parsed.data.text) } = parsed.data;
  const { segments, language } = understand(text, lang);
  const { intent, confidence, alternatives } = mainOf(segments) ?? NOTHING_SAID;
  return { text, intent, confidence: rounded(confidence), alternatives: alternatives.map(round), language };
}

const NOTHING_SAID = { intent: "out_of_scope", confidence: 1, alternatives: [] } as const;

/** A matter before a greeting; danger before everything. */
const mainOf = (segments: readonly Segment[]): Segment | undefined =>
  segments.find(({ intent }) => intent === "distress") ??
  segments.find(({ intent }) => !CONVERSATION_INTENTS.has(intent)) ??
  segments[0];

const rounded = (confidence: number): number => Math.round(confidence * 10_000) / 10_000;

const round = ({ intent, confidence }: RankedIntent): RankedIntent => ({ intent, confidence: rounded(confidence) });

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
