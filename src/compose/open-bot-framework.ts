import type { BotFrameworkSettings } from "../channels/bot-framework/bot-framework-settings.ts";
import type { BotFramework } from "../channels/bot-framework/create-bot-framework.ts";
import type { Config } from "../config.ts";
import { allowedUrl } from "../outgoing/allowed-url.ts";
import type { ChannelParts } from "./channel-parts.ts";

/** Keys of the issuer come with certificates. */
const MAX_KEYS_BYTES = 1024 * 1024;

/** None or one, as the settings say; loaded only where it is on. */
export async function openBotFramework({ config, ...parts }: ChannelParts): Promise<readonly BotFramework[]> {
  const settings = settingsOf(config);
  if (settings === undefined) return [];
  const { CONNECTOR_HOSTS, createBotFramework, SIGN_IN_HOSTS } = await import(
    "../channels/bot-framework/create-bot-framework.ts"
  );
  const loopback = settings.kind === "development";
  if (loopback) parts.log.warn("bot framework in development: anybody on this machine is believed");
  const connectors = { hosts: loopback ? [] : CONNECTOR_HOSTS, loopback };
  const hub = config.LIVE_SUPPORT_HUB_URL;
  return [
    createBotFramework({
      ...parts,
      settings,
      outgoing: parts.outgoing(connectors),
      signIn: parts.outgoing({ hosts: SIGN_IN_HOSTS, maxAnswerBytes: MAX_KEYS_BYTES }),
      ...(hub === undefined ? {} : { hub: { serviceUrl: hub, take: parts.takeReport } }),
      mayCall: (serviceUrl) => allowedUrl(serviceUrl, connectors).kind === "allowed",
    }),
  ];
}

function settingsOf(config: Config): BotFrameworkSettings | undefined {
  const { MICROSOFT_APP_ID: appId, MICROSOFT_APP_PASSWORD: password, MICROSOFT_APP_TENANT_ID: tenantId } = config;
  if (config.BOT_FRAMEWORK_DEVELOPMENT === "yes") return { kind: "development" };
  if (appId === undefined || password === undefined) return undefined;
  return { kind: "registered", registration: { appId, password, ...(tenantId === undefined ? {} : { tenantId }) } };
}
