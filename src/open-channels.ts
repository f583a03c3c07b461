import { createWebChat } from "./channels/web-chat/create-web-chat.ts";
import type { ChannelParts } from "./compose/channel-parts.ts";
import { openBotFramework } from "./compose/open-bot-framework.ts";
import { openKakao } from "./compose/open-kakao.ts";
import { openLine } from "./compose/open-line.ts";
import { openNaver } from "./compose/open-naver.ts";
import type { Channel } from "./ports/channel.ts";
import type { Mounted } from "./ports/web.ts";

export interface OpenChannels {
  /** By id. */
  readonly channels: ReadonlyMap<string, Channel>;
  readonly mounted: readonly Mounted[];
}

/** All ways to the customer that the settings turn on; the web chat always. */
export async function openChannels(parts: ChannelParts): Promise<OpenChannels> {
  const chat = await webChat(parts);
  const opened = [
    chat,
    ...(await openBotFramework(parts)),
    ...(await openKakao(parts)),
    ...(await openLine(parts)),
    ...(await openNaver(parts)),
  ];
  return { channels: new Map(opened.map(({ channel }) => [channel.id, channel])), mounted: opened };
}

const webChat = ({ config, keys, ...parts }: ChannelParts) =>
  createWebChat({
    ...parts,
    key: keys.webChat,
    ...(config.DIRECT_LINE_SECRET === undefined ? {} : { secret: config.DIRECT_LINE_SECRET }),
    ...(config.PUBLIC_URL === undefined ? {} : { publicUrl: config.PUBLIC_URL }),
  });
