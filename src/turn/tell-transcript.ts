import type { Decision } from "../core/decision.ts";
import type { Effect } from "../core/effect.ts";
import type { Language } from "../core/language.ts";
import { text } from "../core/message.ts";
import type { LogEntry } from "../ports/log-entry.ts";
import { TRANSCRIPT_KEY, transcriptOf } from "../ports/transcript-text.ts";

/** Together below what every channel takes in a few messages; the newest words matter most. */
const MOST_SIGNS = 3_500;

const OMITTED: Readonly<Record<Language, (n: number) => string>> = {
  ko: (n) => `(앞의 말 ${n}개는 길어서 뺐어요.)`,
  en: (n) => `(${n} earlier messages are left out for length.)`,
};

/** Whether the decision says what was said so far. */
export const tellsTranscript = ({ effects }: Decision): boolean => effects.some(isTranscript);

const isTranscript = (effect: Effect): boolean =>
  effect.kind === "say" && effect.message.kind === "text" && effect.message.key === TRANSCRIPT_KEY;

/** Fills it in; where the customer has a page that can save it, that is said instead. */
export function tellTranscript(
  decision: Decision,
  { entries, language, onPage }: { entries: readonly LogEntry[]; language: Language; onPage: boolean },
): Decision {
  const message = onPage
    ? text("feedback.transcript-button")
    : text(TRANSCRIPT_KEY, {
        transcript: { kind: "transcript", text: newest(transcriptOf(entries, language), language) },
      });
  return {
    ...decision,
    effects: decision.effects.map((effect) => (isTranscript(effect) ? { kind: "say", message } : effect)),
  };
}

function newest(lines: readonly string[], language: Language): string {
  const kept: string[] = [];
  let signs = 0;
  for (const line of lines.toReversed()) {
    signs += [...line].length;
    if (signs > MOST_SIGNS) break;
    kept.unshift(line);
  }
  const omitted = lines.length - kept.length;
  return [...(omitted === 0 ? [] : [OMITTED[language](omitted)]), ...kept].join("\n\n");
}
