import { compose } from "../../src/content/compose.ts";
import { loadContent } from "../../src/content/load-content.ts";
import { LANGUAGES, type Language } from "../../src/core/language.ts";
import type { Button, Message, Said } from "../../src/core/message.ts";
import { projectRoot } from "../../src/project-root.ts";

export interface NamedSaid {
  readonly name: string;
  readonly language: Language;
  readonly said: Said;
}

/** Stands in a blank: about as long as the longest facts that customers tell. */
const FILLED = "회선 종류: KT 휴대폰 · 해지일: 2026년 1월 10일 · 가입일: 2024년 5월 3일";

/** Everything that the bot can say: every answer, question and message of every pack, in every language. */
export async function everySaid(): Promise<readonly NamedSaid[]> {
  const content = await loadContent(projectRoot);
  return [...content.packs].flatMap(([id, pack]) =>
    LANGUAGES.flatMap((language) => {
      const word = (name: string, message: Message): NamedSaid => ({
        name: `${id} ${language} ${name}`,
        language,
        said: compose(content, pack, message, language),
      });
      const intents = (list: readonly Extract<Button, { kind: "intent" }>["intent"][]): readonly Button[] =>
        list.map((intent) => ({ kind: "intent", intent }));
      return [
        ...[...pack.answers.values()]
          .flat()
          .map(({ id: answer, head }) => word(answer, { kind: "answer", answer, buttons: intents(head.next) })),
        ...Object.entries(pack.questions[language]).flatMap(([fact, { options }]) => {
          const buttons = Object.keys(options).map((value): Button => ({ kind: "option", fact, value }));
          return (["ask", "why"] as const).map((part) =>
            word(`${part}.${fact}`, { kind: "question", fact, part, buttons }),
          );
        }),
        ...[...content.messages[language]].map(([key, words]) => {
          const blanks = [...words.matchAll(/\{([a-z]+)\}/g)].map(([, name = ""]) => [name, FILLED] as const);
          const buttons = intents(pack.incident.topics);
          return word(key, { kind: "text", key, params: Object.fromEntries(blanks), buttons });
        }),
      ];
    }),
  );
}
