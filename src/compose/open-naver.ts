import { compose } from "../content/compose.ts";
import { text } from "../core/message.ts";
import type { ChannelParts } from "./channel-parts.ts";

/** None or one, as the settings say; loaded only where it is on. */
export async function openNaver({ config, keys, outgoing, ...parts }: ChannelParts) {
  const { NAVER_TALK_AUTHORIZATION: authorization, NAVER_TALK_PATH_SECRET: secret } = config;
  if (authorization === undefined || secret === undefined) return [];
  const { createNaver } = await import("../channels/naver/create-naver.ts");
  const { NAVER_HOST } = await import("../channels/naver/create-send.ts");
  const { NAVER_TALK_SOURCES: sources } = config;
  // Naver says nothing about the customer's language.
  const unavailable = compose(parts.content, parts.pack, text("repair.unavailable"), "ko").text;
  const allowed = outgoing({ hosts: [NAVER_HOST] });
  return [
    createNaver({ ...parts, authorization, secret, sources, key: keys.customers, outgoing: allowed, unavailable }),
  ];
}
