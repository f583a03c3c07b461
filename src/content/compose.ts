import { AppError } from "../core/app-error.ts";
import { isDay } from "../core/day.ts";
import type { Intent } from "../core/intent.ts";
import type { Language } from "../core/language.ts";
import type { Button, Message, Param, Said, SaidFact, SourceLink } from "../core/message.ts";
import type { SurveyAnswer } from "../core/survey.ts";
import type { Answer, Content, Pack } from "./content.ts";
import { formatDay, formatFact, formatSlot, formatTime } from "./format-fact.ts";
import { queueWords } from "./queue-words.ts";

/** Puts a message into words of one language, with its sources. */
export function compose(content: Content, pack: Pack, message: Message, language: Language): Said {
  const buttons = [...new Set(message.buttons.map((button) => buttonLabel(content, pack, button, language)))];
  switch (message.kind) {
    case "text": {
      const words = content.messages[language].get(message.key);
      if (words === undefined) throw new AppError("MESSAGE_MISSING", `No message ${message.key} in ${language}`);
      const filled = quoteFacts(pack, words, language).replaceAll(/\{([a-z]+)\}/g, (_, name: string) => {
        const param = message.params[name];
        if (param === undefined) throw new AppError("MESSAGE_MISSING", `${message.key} lacks ${name}`);
        return worded(content, pack, param, language);
      });
      return { key: message.key, text: filled, sources: [], buttons };
    }
    case "answer": {
      const answer = findAnswer(pack, message.answer);
      return {
        key: answer.id,
        text: quoteFacts(pack, answer.body[language], language),
        sources: answer.head.sources.map((id) => sourceLink(pack, id, language)),
        buttons,
      };
    }
    case "question": {
      const question = pack.questions[language][message.fact];
      if (question === undefined) throw new AppError("MESSAGE_MISSING", `No question for ${message.fact}`);
      const words = quoteFacts(pack, question[message.part].trim(), language);
      return { key: `${message.part}.${message.fact}`, text: words, sources: [], buttons };
    }
  }
}

function findAnswer(pack: Pack, id: string): Answer {
  const answer = pack.answers.get(id.slice(0, id.indexOf(".")))?.find((variant) => variant.id === id);
  if (answer === undefined) throw new AppError("MESSAGE_MISSING", `No answer ${id}`);
  return answer;
}

export function sourceLink(pack: Pack, id: string, language: Language): SourceLink {
  const source = pack.sources.get(id);
  if (source === undefined) throw new AppError("MESSAGE_MISSING", `No source ${id}`);
  return { id, label: `${source.publisher[language]}, ${formatDay(source.date, language)}`, url: source.url };
}

export const quoteFacts = (pack: Pack, words: string, language: Language): string =>
  words.replaceAll(/\{\{fact\.([a-z0-9_.]+)\}\}/g, (_, key: string) => {
    const fact = pack.facts.get(key);
    if (fact === undefined) throw new AppError("MESSAGE_MISSING", `No fact ${key}`);
    return formatFact(fact, language);
  });

function worded(content: Content, pack: Pack, param: Param, language: Language): string {
  if (typeof param === "string") return param;
  switch (param.kind) {
    case "fact":
      return factLabel(pack, param.fact, language);
    case "value":
      return valueLabel(pack, param.fact, param.value, language);
    case "facts":
      return param.facts
        .map((said) => `- ${factLabel(pack, said.fact, language)}: ${saidAs(pack, said, language)}`)
        .join("\n");
    case "benefit":
      return pack.incident.benefits[param.benefit]?.title[language] ?? param.benefit;
    case "day":
      return formatDay(param.day, language);
    case "time":
      return formatTime(param.time, language);
    case "hours":
      return content.hours.words[language];
    case "slot":
      return formatSlot(param.slot, language);
    case "transcript":
      return param.text ?? "";
    case "queue":
      return queueWords(content.messages[language], param);
  }
}

const saidAs = (pack: Pack, { fact, value, words }: SaidFact, language: Language): string =>
  words === undefined ? valueLabel(pack, fact, value, language) : `“${words}”`;

export const factLabel = (pack: Pack, fact: string, language: Language): string =>
  pack.questions[language][fact]?.label ?? fact;

export const valueLabel = (pack: Pack, fact: string, value: string, language: Language): string =>
  pack.questions[language][fact]?.options[value] ?? (isDay(value) ? formatDay(value, language) : value);

function buttonLabel(content: Content, pack: Pack, button: Button, language: Language): string {
  switch (button.kind) {
    case "option":
      return valueLabel(pack, button.fact, button.value, language);
    case "slot":
      return formatSlot(button.slot, language);
    case "intent":
      return intentLabel(content, button.intent, language);
    case "survey":
      return surveyLabel(content, button.answer, language);
  }
}

const SURVEY_LABELS: Readonly<Record<SurveyAnswer, string>> = {
  yes: "feedback.yes",
  middling: "feedback.middling",
  no: "feedback.no",
};

function surveyLabel(content: Content, answer: SurveyAnswer, language: Language): string {
  const label = content.messages[language].get(SURVEY_LABELS[answer]);
  if (label === undefined) throw new AppError("MESSAGE_MISSING", `No label for ${answer}`);
  return label;
}

function intentLabel(content: Content, intent: Intent, language: Language): string {
  const label = content.intents.get(intent)?.label[language];
  if (label === undefined) throw new AppError("MESSAGE_MISSING", `No label for ${intent}`);
  return label;
}
