import type { Language } from "../core/language.ts";
import type { Said, SourceLink } from "../core/message.ts";
import { shorten } from "./graphemes.ts";
import { languageOfText } from "./language-of-text.ts";
import { plainText } from "./plain-text.ts";
import { splitText } from "./split-text.ts";

/** How long one message of a channel may be, and how many may leave at once. */
export interface Room {
  /** UTF-16 units, the strictest way to count. */
  readonly length: number;
  readonly pieces: number;
}

export const SOURCES: Readonly<Record<Language, string>> = { ko: "출처", en: "Sources" };

/** Said at the end of words that had to be cut short. */
const MORE: Readonly<Record<Language, string>> = {
  ko: "(글이 길어서 여기까지만 보여 드려요. 자세한 내용은 출처에서 볼 수 있어요.)",
  en: "(Shortened here because of its length. The sources have the details.)",
};

const lineOf = ({ label, url }: SourceLink): string =>
  /^https?:\/\//.test(url) ? `- ${plainText(label)}\n${url}` : `- ${plainText(label)}`;

/** The sources as lines, or nothing when there are none. */
const sourceLines = ({ sources }: Said, language: Language): string =>
  sources.length === 0 ? "" : `${SOURCES[language]}\n${sources.map(lineOf).join("\n")}`;

/** Words of the bot as plain text in one piece, the sources below. */
export function plainSaid(said: Said): string {
  const text = plainText(said.text);
  const cited = sourceLines(said, languageOfText(said.text));
  return cited === "" ? text : `${text}\n\n${cited}`;
}

/**
 * Words of the bot as plain messages of a channel. What does not fit is folded: the words are cut short and say so, the
 * sources stay whole at the end.
 */
export function plainPieces(said: Said, room: Room): readonly string[] {
  const whole = splitText(plainSaid(said), room.length);
  if (whole.length <= room.pieces) return whole;
  const language = languageOfText(said.text);
  const text = plainText(said.text);
  const end = [MORE[language], ...splitText(sourceLines(said, language), room.length).slice(0, 1)].join("\n\n");
  const kept = splitText(text, room.length).slice(0, room.pieces - 1);
  const last = text.slice(kept.reduce((at, piece) => text.indexOf(piece, at) + piece.length, 0)).trimStart();
  const left = Math.max(0, room.length - end.length - 2);
  const rest = left < 20 ? "" : (splitText(last, left - 1)[0] ?? "");
  return [...kept, shorten(rest === "" ? end : `${rest}…\n\n${end}`, room.length)];
}
