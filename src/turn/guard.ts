import type { Pack } from "../content/content.ts";
import { AppError } from "../core/app-error.ts";
import type { Language } from "../core/language.ts";
import type { Message, Said } from "../core/message.ts";

const PROMISES = /안전합니다|안전해요|보장(해요|합니다)|you are safe|guarantee/i;

/** The last look before words are queued: an answer has sources and is in force, and nothing is promised. */
export function guard(pack: Pack, message: Message, said: Said, day: string, language: Language): Said {
  if (PROMISES.test(said.text)) throw new AppError("GUARD_REFUSED", `${said.key} in ${language} holds a promise`);
  if (message.kind !== "answer") return said;
  if (said.sources.length === 0) throw new AppError("GUARD_REFUSED", `${said.key} has no source`);
  const id = message.answer.slice(0, message.answer.indexOf("."));
  const head = pack.answers.get(id)?.find((answer) => answer.id === message.answer)?.head;
  const inForce = head !== undefined && head.valid_from <= day && (head.valid_to === undefined || day <= head.valid_to);
  if (!inForce) throw new AppError("GUARD_REFUSED", `${said.key} is not in force on ${day}`);
  return said;
}
