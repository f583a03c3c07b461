import { z } from "zod";
import { cleanText } from "../../wording/clean-text.ts";
import { readJson } from "../../wording/read-json.ts";

/** What the bot server of KakaoTalk asked. */
export interface SkillRequest {
  readonly bot: string;
  /** Who writes, as this bot knows them (botUserKey). */
  readonly user: string;
  readonly text: string;
  /** The block that called the skill, and the one before it; absent in some calls. */
  readonly block?: string;
  readonly lastBlock?: string;
  /** Where one late answer may go, once and within a minute; only for blocks with callbacks. */
  readonly callbackUrl?: string;
}

/** Names and texts of KakaoTalk are far shorter; more is not read. */
const MAX_ID = 200;
const MAX_URL = 2_000;

const id = z.string().min(1).max(MAX_ID);
const named = z
  .object({ id: id.optional().catch(undefined) })
  .nullish()
  .catch(undefined);

/** Only what is needed must be right: official samples disagree about nearly all the rest. */
const payloadSchema = z.object({
  bot: z.object({ id }),
  userRequest: z.object({
    utterance: z.string(),
    user: z.object({ id }),
    block: named,
    callbackUrl: z.string().max(MAX_URL).optional().catch(undefined),
  }),
  flow: z.object({ lastBlock: named }).nullish().catch(undefined),
});

/** Reads the body of a skill call; undefined when it is none. */
export function parseSkill(body: Buffer): SkillRequest | undefined {
  const payload = payloadSchema.safeParse(readJson(body)?.value).data;
  if (payload === undefined) return undefined;
  const { bot, userRequest, flow } = payload;
  const { callbackUrl } = userRequest;
  const [block, lastBlock] = [userRequest.block?.id, flow?.lastBlock?.id];
  return {
    bot: cleanText(bot.id),
    user: cleanText(userRequest.user.id),
    text: cleanText(userRequest.utterance),
    ...(block === undefined ? {} : { block }),
    ...(lastBlock === undefined ? {} : { lastBlock }),
    ...(callbackUrl === undefined || callbackUrl === "" ? {} : { callbackUrl }),
  };
}
