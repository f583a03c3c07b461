import type { ApprovedReply } from "../content/approved-reply.ts";
import { isStale } from "../content/approved-reply.ts";
import { quoteFacts, sourceLink } from "../content/compose.ts";
import type { Pack } from "../content/content.ts";
import type { HandOffReason } from "../core/case.ts";
import type { Day } from "../core/day.ts";
import type { Intent } from "../core/intent.ts";
import type { Language } from "../core/language.ts";
import type { TurnedOff } from "../core/switch.ts";
import type { SuggestedReply } from "../ports/desk-view.ts";
import type { LogEntry } from "../ports/log-entry.ts";

/** What a case is about, as far as it is known. */
export interface CaseTopic {
  readonly reason: HandOffReason;
  readonly language: Language;
  /** What the customer last asked about. */
  readonly topic?: Intent;
  /** Intents and codes of reasons whose answers the bot has told, oldest first. */
  readonly told: readonly string[];
}

/** The staff's language. */
const STAFF: Language = "ko";

/** The last question weighs most, then what was told about the case, then why it is one. */
const WEIGHTS = { topic: 8, verdict: 4, told: 2, reason: 1 } as const;

/** All approved replies that are in force, the one that fits best first; those that need a look come without words. */
export function suggestReplies(pack: Pack, about: CaseTopic, day: Day, off: TurnedOff): readonly SuggestedReply[] {
  return pack.replies
    .filter(({ validFrom, validTo }) => validFrom <= day && (validTo === undefined || day <= validTo))
    .map((reply) => ({ reply, fit: fitOf(reply, about) }))
    .toSorted((one, other) => other.fit - one.fit)
    .map(({ reply, fit }) => suggested(pack, reply, { fits: fit > 0, language: about.language, off }));
}

function fitOf({ fits }: ApprovedReply, { topic, told, reason }: CaseTopic): number {
  const has = (list: readonly string[], name: string | undefined): boolean => name !== undefined && list.includes(name);
  return (
    (has(fits.intents, topic) ? WEIGHTS.topic : 0) +
    (told.some((name) => has(fits.verdicts, name)) ? WEIGHTS.verdict : 0) +
    (told.some((name) => has(fits.intents, name)) ? WEIGHTS.told : 0) +
    (has(fits.reasons, reason) ? WEIGHTS.reason : 0)
  );
}

function suggested(
  pack: Pack,
  reply: ApprovedReply,
  { fits, language, off }: { readonly fits: boolean; readonly language: Language; readonly off: TurnedOff },
): SuggestedReply {
  const about = [...reply.fits.intents, ...reply.fits.verdicts];
  const needsLook = isStale(reply) || about.some((name) => off.answer(name));
  const known = { key: reply.key, title: reply.title[STAFF], fits };
  if (needsLook) return { ...known, needsLook: true, sources: [] };
  const sources = reply.sources.map((id) => sourceLink(pack, id, STAFF).label);
  return { ...known, needsLook: false, sources, text: filled(pack, reply, language) };
}

/** Facts are filled in; blanks stay as marks that no reply may be sent with. */
const filled = (pack: Pack, { body, blanks }: ApprovedReply, language: Language): string =>
  quoteFacts(pack, body[language], language).replaceAll(
    /\{\{customer\.([a-z_]+)\}\}/g,
    (_, name: string) => `〔${blanks[name]?.[language] ?? name}〕`,
  );

/** What the bot has told, by intent or code of the reason. */
export const toldIn = (entries: readonly LogEntry[]): readonly string[] =>
  entries.flatMap(({ body }) => (body.kind === "bot" ? [body.said.key.split(".", 1)[0] ?? ""] : []));
