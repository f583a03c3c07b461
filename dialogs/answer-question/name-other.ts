import type { Effect } from "../../src/core/effect.ts";
import type { Language } from "../../src/core/language.ts";
import { text } from "../../src/core/message.ts";
import type { Mention, Segment } from "../../src/core/understanding.ts";
import type { DialogTurn } from "../../src/dialog/dialog.ts";

/** Before the answer about other incidents: which one was meant, so that nobody takes what follows for it. */
export function nameOther({ understanding, state }: DialogTurn, segment: Segment): readonly Effect[] {
  if (segment.intent !== "other_incident") return [];
  const mentions = (understanding.mentions ?? []).filter(({ evidence }) => segment.text.includes(evidence));
  const named = mentions.find(({ kind }) => kind === "company") ?? mentions.find(({ kind }) => kind === "year");
  const name = named && nameOf(named, state.language);
  return name === undefined ? [] : [{ kind: "say", message: text("answer-question.other-incident", { name }) }];
}

function nameOf(mention: Mention, language: Language): string | undefined {
  if (mention.kind === "company") return mention.name[language];
  return language === "ko" ? `${mention.value}년` : `the events of ${mention.value}`;
}
