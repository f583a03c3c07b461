import type { BotFrameworkSettings } from "./channels/bot-framework/bot-framework-settings.ts";
import {
  type BotFramework,
  CONNECTOR_HOSTS,
  createBotFramework,
  SIGN_IN_HOSTS,
} from "./channels/bot-framework/create-bot-framework.ts";
import { createWebChat } from "./channels/web-chat/create-web-chat.ts";
import type { Config } from "./config.ts";
import type { Content, Pack } from "./content/content.ts";
import type { Keys } from "./keep-keys.ts";
import { allowedUrl } from "./outgoing/allowed-url.ts";
import type { createOutgoing } from "./outgoing/create-outgoing.ts";
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
  readonly content: Content;
  readonly pack: Pack;
  /** Each channel has its own, with its own list of hosts. */
  readonly outgoing: typeof createOutgoing;
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
  const opened = [await webChat(parts), ...botFramework(parts)];
  return { channels: new Map(opened.map(({ channel }) => [channel.id, channel])), mounted: opened };
}

const webChat = ({ config, keys, ...parts }: ChannelParts) =>
  createWebChat({
    ...parts,
    key: keys.webChat,
    ...(config.DIRECT_LINE_SECRET === undefined ? {} : { secret: config.DIRECT_LINE_SECRET }),
    ...(config.PUBLIC_URL === undefined ? {} : { publicUrl: config.PUBLIC_URL }),
  });

/** Keys of the issuer come with certificates. */
const MAX_KEYS_BYTES = 1024 * 1024;

function botFramework({ config, ...parts }: ChannelParts): readonly BotFramework[] {
  const settings = botFrameworkSettings(config);
  if (settings === undefined) return [];
  const loopback = settings.kind === "development";
  if (loopback) parts.log.warn("bot framework in development: anybody on this machine is believed");
  const connectors = { hosts: loopback ? [] : CONNECTOR_HOSTS, loopback };
  return [
    createBotFramework({
      ...parts,
      settings,
      outgoing: parts.outgoing(connectors),
      signIn: parts.outgoing({ hosts: SIGN_IN_HOSTS, maxAnswerBytes: MAX_KEYS_BYTES }),
      mayCall: (serviceUrl) => allowedUrl(serviceUrl, connectors).kind === "allowed",
    }),
  ];
}

function botFrameworkSettings(config: Config): BotFrameworkSettings | undefined {
  const { MICROSOFT_APP_ID: appId, MICROSOFT_APP_PASSWORD: password, MICROSOFT_APP_TENANT_ID: tenantId } = config;
  if (config.BOT_FRAMEWORK_DEVELOPMENT === "yes") return { kind: "development" };
  if (appId === undefined || password === undefined) return undefined;
  return { kind: "registered", registration: { appId, password, ...(tenantId === undefined ? {} : { tenantId }) } };
}
