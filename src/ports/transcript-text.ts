import { localOf } from "../core/day.ts";
import type { Language } from "../core/language.ts";
import { type LogEntry, visibleToCustomer } from "./log-entry.ts";

const WHO = {
  ko: { customer: "나", bot: "안심 (자동 안내)", agent: (name: string) => `상담원 ${name}`, erased: "(지운 메시지)" },
  en: { customer: "Me", bot: "Ansim (automated)", agent: (name: string) => `Agent ${name}`, erased: "(erased)" },
} as const;

/** Key of the message in which a transcript is said; what stands in it is not said again. */
export const TRANSCRIPT_KEY = "feedback.transcript";

/** What the customer may see of a conversation, each with who said it and when (Korean time), as plain text. */
export const transcriptOf = (entries: readonly LogEntry[], language: Language): readonly string[] =>
  entries.filter(visibleToCustomer).flatMap(({ at, body }) => {
    const said = saidIn(body, language);
    return said === undefined ? [] : [`[${localOf(at).replace("T", " ")}] ${said.who}\n${said.text}`];
  });

function saidIn(body: LogEntry["body"], language: Language) {
  const who = WHO[language];
  switch (body.kind) {
    case "customer":
      return { who: who.customer, text: body.erased === true ? who.erased : body.text };
    case "bot":
      if (body.said.key === TRANSCRIPT_KEY) return undefined;
      return {
        who: who.bot,
        text: [body.said.text, ...body.said.sources.map(({ label, url }) => `- ${label} ${url}`)].join("\n"),
      };
    case "agent":
      return { who: who.agent(body.agentName), text: body.text };
    default:
      return undefined;
  }
}
