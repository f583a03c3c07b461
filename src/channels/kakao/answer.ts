import type { Language } from "../../core/language.ts";
import type { LogBody } from "../../ports/log-entry.ts";
import { layOut } from "./lay-out.ts";
import { bodyOf, type OpenMailbox } from "./mailbox.ts";
import { FETCH } from "./sentences.ts";
import { type CallbackResponse, MAX_OUTPUTS, type SkillResponse, skillResponse } from "./skill-response.ts";

/** An answer to one skill call. Exactly one of `shown` and `unused` is called, once it is known what became of it. */
export interface Answer {
  readonly response: SkillResponse | CallbackResponse;
  /** `false`: the caller was gone before all of it was written, so nobody knows. */
  shown(written: boolean): void;
  /** It was never sent: what was taken out of the mailbox goes back. */
  unused(): void;
}

/** An answer that takes nothing out of the mailbox. */
export const plainAnswer = (response: SkillResponse | CallbackResponse): Answer => ({
  response,
  shown: () => undefined,
  unused: () => undefined,
});

export interface AnswerFrom {
  readonly box: OpenMailbox;
  readonly language: Language;
  /** Said when nothing waits. */
  readonly otherwise: string;
  /** Said beside what waits, because more is on its way. */
  readonly moreComes?: string;
  /** Words that another process handed out, shown when nothing waits. */
  readonly again: readonly LogBody[];
}

/** The words that wait, as many as fit; the others go back at once, and a button fetches them. */
export async function answerFrom({ box, language, otherwise, moreComes, again }: AnswerFrom): Promise<Answer> {
  const bodies = box.letters.flatMap(bodyOf);
  const { texts, labels, taken } = layOut(bodies.length === 0 ? again : bodies);
  const letters = box.letters.slice(0, taken);
  await box.settle(box.letters.slice(taken), { kind: "later", afterMs: 0 });
  const said = texts.length === 0 && moreComes === undefined ? [otherwise] : texts;
  const all = moreComes === undefined || said.length >= MAX_OUTPUTS ? said : [...said, moreComes];
  const isMore = moreComes !== undefined || taken < box.letters.length;
  const end = (result: Parameters<OpenMailbox["settle"]>[1]): void => {
    void box.settle(letters, result).finally(box.shut);
  };
  return {
    response: skillResponse(all, isMore ? [FETCH[language], ...labels] : labels),
    shown: (written) => end(written ? { kind: "sent" } : { kind: "unknown" }),
    unused: () => end({ kind: "later", afterMs: 0 }),
  };
}
