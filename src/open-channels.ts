import { createWebChat } from "./channels/web-chat/create-web-chat.ts";
import type { Config } from "./config.ts";
import type { Keys } from "./keep-keys.ts";
import type { Channel } from "./ports/channel.ts";
import type { Clock } from "./ports/clock.ts";
import type { Intake } from "./ports/intake.ts";
import type { Log } from "./ports/log.ts";
import type { NewId } from "./ports/new-id.ts";
import type { Store } from "./ports/store.ts";
import type { Mounted } from "./ports/web.ts";

export interface ChannelParts {
  readonly config: Config;
  readonly root: string;
  readonly store: Store;
  readonly intake: Intake;
  readonly keys: Keys;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly log: Log;
}

export interface OpenChannels {
  /** By id. */
  readonly channels: ReadonlyMap<string, Channel>;
  readonly mounted: readonly Mounted[];
}

/** All ways to the customer that the settings turn on; the web chat always. */
export async function openChannels(parts: ChannelParts): Promise<OpenChannels> {
  const opened = [await webChat(parts)];
  return { channels: new Map(opened.map(({ channel }) => [channel.id, channel])), mounted: opened };
}

const webChat = ({ config, keys, ...parts }: ChannelParts) =>
  createWebChat({
    ...parts,
    key: keys.webChat,
    ...(config.DIRECT_LINE_SECRET === undefined ? {} : { secret: config.DIRECT_LINE_SECRET }),
    ...(config.PUBLIC_URL === undefined ? {} : { publicUrl: config.PUBLIC_URL }),
  });
