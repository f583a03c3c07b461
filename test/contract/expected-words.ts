import { compose } from "../../src/content/compose.ts";
import { answerInForce } from "../../src/content/content.ts";
import { loadContent } from "../../src/content/load-content.ts";
import type { Language } from "../../src/core/language.ts";
import type { Message } from "../../src/core/message.ts";
import { projectRoot } from "../../src/project-root.ts";
import type { Shown } from "./channel-harness.ts";

const DAY = "2026-01-12";
/** Long enough to be no other message's, short enough to stand before any fold. */
const BEGINNING = 40;

const content = await loadContent(projectRoot);
const pack = content.packs.get("kt-2025");
if (pack === undefined) throw new Error("the pack kt-2025 is missing");

/** Letters and digits alone: channels differ in marks, line breaks and cuts. */
const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, "");

const beginning = (message: Message, language: Language): string =>
  bare(compose(content, pack, message, language).text.replace(/\{[a-z]+\}[\s\S]*/u, "")).slice(0, BEGINNING);

/** The beginning of an answer in force, of a question (`ask.line_kind`), or of a message without blanks before its 40th letter. */
export function expectedWords(key: string, language: Language = "ko"): string {
  const [kind = "", fact = ""] = key.split(".");
  if (kind === "ask") return beginning({ kind: "question", fact, part: "ask", buttons: [] }, language);
  if (content.messages.ko.has(key)) {
    const words = content.messages[language].get(key) ?? "";
    return bare(words.split("{", 1)[0] ?? "").slice(0, BEGINNING);
  }
  const id = pack?.answers.has(kind) && fact === "" ? answerInForce(pack, kind, DAY)?.id : key;
  return beginning({ kind: "answer", answer: id ?? key, buttons: [] }, language);
}

/** How often something that was shown begins with these words or holds them. */
export const timesShown = (shown: readonly Shown[], words: string): number =>
  bare(shown.map(({ text }) => text).join("\n")).split(bare(words)).length - 1;
