import type { Language } from "../../core/language.ts";
import type { LogBody } from "../../ports/log-entry.ts";
import { languageOfText } from "../../wording/language-of-text.ts";
import { plainPieces, plainSaid } from "../../wording/plain-said.ts";
import { splitText } from "../../wording/split-text.ts";
import { MAX_LABEL, MAX_OUTPUTS, MAX_TEXT, UNFOLDED_TEXT } from "./skill-response.ts";

const AGENT: Readonly<Record<Language, string>> = { ko: "상담원", en: "Agent" };
const CUT: Readonly<Record<Language, string>> = {
  ko: "… (글이 길어서 여기까지만 보여요. 나머지는 상담원에게 다시 물어봐 주세요.)",
  en: "… (Too long to be shown whole. Please ask the agent for the rest.)",
};

/** How many of the words that wait fit into one answer, and how they look. */
export interface LaidOut {
  readonly texts: readonly string[];
  readonly labels: readonly string[];
  /** The first so many are shown; the others come with the next answer. */
  readonly taken: number;
}

/** Lays out as many of these words, from the first on, as fit into one answer. */
export function layOut(bodies: readonly LogBody[]): LaidOut {
  for (let taken = bodies.length; taken > 0; taken -= 1) {
    const shown = bodies.slice(0, taken);
    const texts = arranged(shown.map(textOf).filter((text) => text !== ""));
    if (texts !== undefined) return { texts, labels: taken < bodies.length ? [] : labelsOf(shown.at(-1)), taken };
  }
  const [first] = bodies;
  return first === undefined
    ? { texts: [], labels: [], taken: 0 }
    : { texts: folded(first), labels: labelsOf(first), taken: 1 };
}

/** Each by itself and short enough to be shown unfolded, else longer, else one below the other; undefined when nothing fits. */
function arranged(texts: readonly string[]): readonly string[] | undefined {
  const ways = [
    () => texts.flatMap((text) => splitText(text, UNFOLDED_TEXT)),
    () => texts.flatMap((text) => splitText(text, MAX_TEXT)),
    () => splitText(texts.join("\n\n"), MAX_TEXT),
  ];
  for (const way of ways) {
    const pieces = way();
    if (pieces.length <= MAX_OUTPUTS) return pieces;
  }
  return undefined;
}

/** Names of buttons that are too long for KakaoTalk are cut on the button, and listed whole in the text. */
function labelsOf(body: LogBody | undefined): readonly string[] {
  return body?.kind === "bot" ? body.said.buttons : [];
}

const needsList = (labels: readonly string[]): boolean => labels.some((label) => label.length > MAX_LABEL);

function textOf(body: LogBody): string {
  switch (body.kind) {
    case "bot": {
      const { buttons } = body.said;
      const text = plainSaid(body.said);
      return needsList(buttons) ? `${text}\n\n${buttons.map((label) => `• ${label}`).join("\n")}` : text;
    }
    case "agent":
      return `[${AGENT[languageOfText(body.text)]} ${body.agentName}]\n${body.text}`;
    case "opened":
    case "customer":
    case "note":
    case "desk":
      return "";
  }
}

/** One message that is too long for a whole answer. */
function folded(body: LogBody): readonly string[] {
  if (body.kind === "bot") return plainPieces(body.said, { length: MAX_TEXT, pieces: MAX_OUTPUTS });
  const text = textOf(body);
  const cut = CUT[languageOfText(text)];
  const pieces = splitText(text, MAX_TEXT - cut.length).slice(0, MAX_OUTPUTS);
  return pieces.map((piece, at) => (at === pieces.length - 1 ? piece + cut : piece));
}
