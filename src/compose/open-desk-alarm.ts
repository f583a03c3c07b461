import { type Config, hasDeskPage } from "../config.ts";
import type { Instant } from "../core/day.ts";
import { createDeskAlarm, type DeskAlarm, type TellOfFault } from "../desk/alarm/create-desk-alarm.ts";
import { tellByWebhook } from "../desk/alarm/tell-by-webhook.ts";
import type { createOutgoing } from "../outgoing/create-outgoing.ts";
import type { Log } from "../ports/log.ts";
import type { Store } from "../ports/store.ts";

/** Long enough for Slack to have been tried again. */
const LASTING_MS = 60_000;

export interface DeskAlarmWith {
  readonly config: Config;
  readonly store: Store;
  /** By the real clock. */
  readonly now: () => string;
  readonly outgoing: typeof createOutgoing;
  readonly log: Log;
}

export interface OpenDeskAlarm extends DeskAlarm {
  /** Whether nobody at all can see what customers write, and not just for a moment: staff with a page of their own can. */
  readonly isUnread: () => boolean;
}

/** Notices that Slack cannot be reached, and tells the address that the settings name. */
export function openDeskAlarm(parts: DeskAlarmWith): OpenDeskAlarm {
  const { SLACK_BOT_TOKEN: slack } = parts.config;
  const alarm = createDeskAlarm({ ...parts, ...tellOf(parts) });
  const never = () => undefined;
  // What was kept while staff worked in Slack says nothing about a desk of our own.
  if (slack === undefined) return { ...alarm, start: never, stoppedSince: never, isUnread: () => false };
  const hasPage = hasDeskPage(parts.config);
  return { ...alarm, isUnread: () => !hasPage && lasts(alarm.stoppedSince(), parts.now()) };
}

const lasts = (since: Instant | undefined, now: Instant): boolean =>
  since !== undefined && Date.parse(now) - Date.parse(since) >= LASTING_MS;

function tellOf(parts: DeskAlarmWith): { readonly tell?: TellOfFault } {
  const { DESK_ALARM_WEBHOOK_URL: url, DESK_ALARM_WEBHOOK_SECRET: secret } = parts.config;
  if (url === undefined) return {};
  const outgoing = parts.outgoing(rulesOf(url));
  return { tell: tellByWebhook({ ...parts, url, outgoing, ...(secret === undefined ? {} : { secret }) }) };
}

/** Only the host that the settings name; one on this machine, also without TLS. */
function rulesOf(url: string) {
  const { hostname, protocol } = new URL(url);
  return { hosts: [hostname], loopback: protocol === "http:" };
}
