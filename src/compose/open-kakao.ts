import type { KakaoSentences } from "../channels/kakao/sentences.ts";
import { compose } from "../content/compose.ts";
import type { Content, Pack } from "../content/content.ts";
import type { Localized } from "../core/language.ts";
import { text } from "../core/message.ts";
import type { ChannelParts } from "./channel-parts.ts";

/** None or one, as the settings say; loaded only where it is on. */
export async function openKakao({ config, outgoing, ...parts }: ChannelParts) {
  const { KAKAO_SKILL_SECRET: secret, KAKAO_EVENT_NAME: name, KAKAO_EVENT_REST_API_KEY: restApiKey } = config;
  if (secret === undefined) return [];
  const { createKakao } = await import("../channels/kakao/create-kakao.ts");
  return [
    createKakao({
      ...parts,
      secret,
      header: config.KAKAO_SKILL_HEADER,
      bots: config.KAKAO_BOT_IDS,
      callbackHosts: config.KAKAO_CALLBACK_HOSTS,
      outgoing: outgoing({ hosts: ["bot-api.kakao.com", ...config.KAKAO_CALLBACK_HOSTS] }),
      sentences: sentencesOf(parts.content, parts.pack),
      ...(name === undefined || restApiKey === undefined ? {} : { event: { name, restApiKey } }),
    }),
  ];
}

function sentencesOf(content: Content, pack: Pack): KakaoSentences {
  const words = (key: string): Localized => ({
    ko: compose(content, pack, text(key), "ko").text,
    en: compose(content, pack, text(key), "en").text,
  });
  return {
    unavailable: words("repair.unavailable"),
    stillWorking: words("repair.still-working"),
    keptForAgent: words("hand-off.kept"),
    answeredAbove: words("repair.answered-above"),
    nothingWaits: words("repair.nothing-waits"),
    tooLong: words("repair.too-long"),
  };
}
