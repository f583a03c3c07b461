import { type AccessTokens, createAccessTokens } from "../channels/bot-framework/create-access-tokens.ts";
import { SIGN_IN_HOSTS } from "../channels/bot-framework/create-bot-framework.ts";
import { postToConnector } from "../channels/bot-framework/post-to-connector.ts";
import type { Config } from "../config.ts";
import { createHub, type HubParts } from "../live-support/create-hub.ts";
import { createWebhook } from "../live-support/create-webhook.ts";
import { statusRoute } from "../live-support/status-route.ts";
import { createTakeReport, tellingOfRefusal } from "../live-support/take-report.ts";
import { isLoopbackAddress } from "../outgoing/is-public-address.ts";
import type { LiveSupport, TakeReport } from "../ports/live-support.ts";
import type { Mounted } from "../ports/web.ts";
import type { SupportTargets } from "../turn/turn-with.ts";
import { createViewCase } from "../turn/view-case.ts";
import type { ChannelParts } from "./channel-parts.ts";

export interface OpenLiveSupport {
  /** By id. */
  readonly supports: ReadonlyMap<string, LiveSupport>;
  readonly takeReport: TakeReport;
  readonly mounted: readonly Mounted[];
}

/** Where cases and call backs go, as the settings say: a hub of the Bot Framework comes before the webhook. */
export function supportTargets({
  LIVE_SUPPORT_HUB_URL: hub,
  LIVE_SUPPORT_WEBHOOK_URL: webhook,
}: Config): SupportTargets {
  const cases = hub !== undefined ? "support-hub" : webhook !== undefined ? "support-webhook" : undefined;
  return {
    ...(cases === undefined ? {} : { cases }),
    ...(webhook === undefined ? {} : { callBacks: "support-webhook" }),
  };
}

type Parts = Omit<ChannelParts, "takeReport"> & {
  /** The real time, also when the clock shows another day. */
  readonly now: () => string;
};

/** Live support, as the settings say; nothing without them. */
export function openLiveSupport(parts: Parts): OpenLiveSupport {
  const { config, now, log } = parts;
  const take = createTakeReport(parts);
  const secret = config.LIVE_SUPPORT_WEBHOOK_SECRET;
  const opened = [...hubOf(parts), ...webhookOf(parts)].map((support) => tellingOfRefusal(support, take));
  const routes = secret === undefined ? [] : [statusRoute({ secret, take, now, log })];
  return {
    supports: new Map(opened.map((support) => [support.id, support])),
    takeReport: take,
    mounted: [{ routes, sockets: [], files: [] }],
  };
}

const lookUpOf = ({ store, content, pack, clock }: Parts) => ({
  store,
  viewCase: createViewCase({ store, content, pack, clock, waitsForCustomer: () => false }),
});

function webhookOf(parts: Parts): readonly LiveSupport[] {
  const { LIVE_SUPPORT_WEBHOOK_URL: url, LIVE_SUPPORT_WEBHOOK_SECRET: secret } = parts.config;
  if (url === undefined || secret === undefined) return [];
  return [createWebhook({ ...lookUpOf(parts), url, secret, now: parts.now, outgoing: parts.outgoing(rulesOf(url)) })];
}

function hubOf(parts: Parts): readonly LiveSupport[] {
  const { LIVE_SUPPORT_HUB_URL: serviceUrl, MICROSOFT_APP_ID: appId, MICROSOFT_APP_PASSWORD: password } = parts.config;
  if (serviceUrl === undefined) return [];
  const outgoing = parts.outgoing(rulesOf(serviceUrl));
  const hubWith = (botId: string, tokens?: AccessTokens): readonly LiveSupport[] => {
    const connector = tokens === undefined ? { outgoing } : { outgoing, tokens };
    const post: HubParts["post"] = (url, activity, attempts) => postToConnector(url, activity, attempts, connector);
    return [createHub({ ...lookUpOf(parts), serviceUrl, botId, post })];
  };
  if (appId === undefined || password === undefined) return hubWith("ansim");
  const { MICROSOFT_APP_TENANT_ID: tenantId } = parts.config;
  const tokens = createAccessTokens({
    registration: { appId, password, ...(tenantId === undefined ? {} : { tenantId }) },
    outgoing: parts.outgoing({ hosts: SIGN_IN_HOSTS }),
    clock: parts.clock,
    authority: "https://login.microsoftonline.com",
  });
  return hubWith(appId, tokens);
}

/** Only the host that the settings name; one on this machine, also without TLS. */
function rulesOf(url: string) {
  const host = new URL(url).hostname;
  return { hosts: [host], loopback: isLoopbackHost(host) };
}

const isLoopbackHost = (host: string): boolean =>
  host === "localhost" || isLoopbackAddress(host.replace(/^\[|\]$/g, ""));
