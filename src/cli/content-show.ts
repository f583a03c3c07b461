import { compose } from "../content/compose.ts";
import { answerInForce, type Content } from "../content/content.ts";
import { isDay } from "../core/day.ts";
import { LANGUAGES } from "../core/language.ts";
import type { Printed } from "./printed.ts";

export interface Wanted {
  readonly id: string;
  readonly day: string;
  readonly incident: string;
}

/** `npm run content -- show`: an answer as of a day, in both languages. */
export function showAnswer(content: Content, { id, day, incident }: Wanted): Printed {
  const pack = content.packs.get(incident);
  const answer = pack && isDay(day) ? answerInForce(pack, id, day) : undefined;
  if (pack === undefined || answer === undefined) {
    return { code: 1, text: `No answer "${id}" of ${incident} is in force on "${day}".\n` };
  }
  const buttons = answer.head.next.map((intent) => ({ kind: "intent", intent }) as const);
  const texts = LANGUAGES.map((language) => {
    const { text, sources } = compose(content, pack, { kind: "answer", answer: answer.id, buttons }, language);
    const cited = sources.map(({ label, url }) => `- ${label} ${url}`).join("\n");
    return `[${answer.id} · ${language}]\n${text}\n${cited}\n\n`;
  });
  return { code: 0, text: texts.join("") };
}
