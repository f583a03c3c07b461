import { LANGUAGES } from "../core/language.ts";
import { type ApprovedReply, isStale, quotedFacts } from "./approved-reply.ts";
import { checkWords } from "./check-answers.ts";
import type { Pack } from "./content.ts";
import type { ContentError } from "./yaml-file.ts";

const BLANK = /\{\{customer\.[a-z_]+\}\}/g;

/** Faults of approved replies, by the same rules as those of answers. One that only has to be looked at again is none. */
export const checkReplies = (pack: Pack, folder: string): readonly ContentError[] =>
  pack.replies.flatMap((reply) => checkReply(pack, reply, `${folder}/replies.yaml`));

function checkReply(pack: Pack, reply: ApprovedReply, file: string): readonly ContentError[] {
  const { key, body, fits, sources, validFrom } = reply;
  const own: readonly string[] = [
    ...fits.verdicts.filter((code) => !pack.answers.has(code)).map((code) => `there is no reason ${code}`),
    ...sources.flatMap((id) => sourceFault(pack, id, validFrom)),
    ...(quotedFacts(body).length > 0 && sources.length === 0 ? ["quotes facts and names no source"] : []),
  ];
  const words = LANGUAGES.flatMap((language) =>
    checkWords(pack, body[language].replaceAll(BLANK, ""), file, validFrom).map(
      ({ message }) => `${message} (${language})`,
    ),
  );
  return [...own, ...words].map((message) => ({ file, message: `${key}: ${message}` }));
}

function sourceFault({ sources }: Pack, id: string, from: string): readonly string[] {
  const source = sources.get(id);
  if (source === undefined) return [`unknown source ${id}`];
  if (source.status === "preview" || source.status === "withdrawn") return [`source ${id} is ${source.status}`];
  return source.date > from ? [`source ${id} (${source.date}) is younger than the reply (${from})`] : [];
}

/** Replies that a person has to look at again: what they say, or a fact behind it, is not what was approved. */
export const staleReplies = (pack: Pack): readonly string[] =>
  pack.replies
    .filter(isStale)
    .map(
      ({ key, approved, approval }) =>
        `${key}: its words or facts changed since they were approved (${approved}). When a person has read it again: approved: "${approval}"`,
    );
