import { createNaver } from "../channels/naver/create-naver.ts";
import { NAVER_HOST } from "../channels/naver/create-send.ts";
import type { ChannelParts } from "./channel-parts.ts";

/** None or one, as the settings say. */
export function openNaver({ config, keys, outgoing, ...parts }: ChannelParts) {
  const { NAVER_TALK_AUTHORIZATION: authorization, NAVER_TALK_PATH_SECRET: secret } = config;
  if (authorization === undefined || secret === undefined) return [];
  const { NAVER_TALK_SOURCES: sources } = config;
  const allowed = outgoing({ hosts: [NAVER_HOST] });
  return [createNaver({ ...parts, authorization, secret, sources, key: keys.customers, outgoing: allowed })];
}
