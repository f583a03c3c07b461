import { supportTargets } from "./compose/open-live-support.ts";
import { type Config, hasDeskPage } from "./config.ts";
import { allowedHosts } from "./content/allowed-hosts.ts";
import type { Content, Pack } from "./content/content.ts";
import { deskNumbers } from "./content/desk-numbers.ts";
import { createPageDesk, type PageDesk } from "./desk/page/create-page-desk.ts";
import type { SlackDesk, SlackSettings } from "./desk/slack/create-slack-desk.ts";
import { createCheckReply } from "./handoff/check-reply.ts";
import type { Keys } from "./keep-keys.ts";
import { type Channel, waitsForCustomer } from "./ports/channel.ts";
import type { Clock } from "./ports/clock.ts";
import type { Desk } from "./ports/desk.ts";
import type { DeskWatch } from "./ports/desk-fault.ts";
import type { ViewCase } from "./ports/desk-view.ts";
import type { Intake } from "./ports/intake.ts";
import type { Log } from "./ports/log.ts";
import type { Store } from "./ports/store.ts";
import type { SwitchDesk } from "./ports/switch-desk.ts";
import type { Mounted } from "./ports/web.ts";
import { redact } from "./privacy/redact.ts";
import { createSwitchDesk } from "./turn/create-switch-desk.ts";
import { createViewCase } from "./turn/view-case.ts";

export interface DeskParts {
  readonly config: Config;
  readonly root: string;
  readonly store: Store;
  readonly intake: Intake;
  readonly content: Content;
  readonly pack: Pack;
  readonly keys: Keys;
  /** By id. */
  readonly channels: ReadonlyMap<string, Channel>;
  readonly password: string;
  readonly clock: Clock;
  /** The real time, also when the clock shows another day. */
  readonly now: () => string;
  /** Told when the desk cannot be reached, and when it can again. */
  readonly watch: DeskWatch;
  readonly log: Log;
}

export interface OpenDesk {
  readonly desk: Desk;
  readonly mounted: readonly Mounted[];
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Where staff work, as the settings say. */
export async function openDesk(parts: DeskParts): Promise<OpenDesk> {
  const waits = (id: string): boolean => {
    const channel = parts.channels.get(id);
    return channel !== undefined && waitsForCustomer(channel);
  };
  const viewCase = createViewCase({
    ...parts,
    waitsForCustomer: waits,
    verifies: (id) => parts.channels.get(id)?.can.verifiesIdentity === true,
    escalates: supportTargets(parts.config).cases !== undefined,
  });
  const seen = { viewCase, switches: createSwitchDesk({ ...parts, channels: [...parts.channels.keys()] }) };
  const slack = await openSlack(parts, seen);
  const page = hasDeskPage(parts.config) ? await openPage(parts, seen) : undefined;
  const opened = [slack, page].filter((desk) => desk !== undefined);
  const [desk] = opened.map((one) => one.desk);
  if (desk === undefined) throw new TypeError("There is no desk.");
  return {
    desk: slack === undefined || page === undefined ? desk : both(slack.desk, page.desk),
    mounted: opened,
    start: async () => slack?.start(),
    stop: async () => slack?.stop(),
  };
}

/** What every desk shows. */
interface Seen {
  readonly viewCase: ViewCase;
  readonly switches: SwitchDesk;
}

const openPage = ({ content, keys, ...parts }: DeskParts, seen: Seen): Promise<PageDesk> =>
  createPageDesk({
    ...parts,
    ...seen,
    urgencyOf: deskNumbers(content, parts.now).urgencyOf,
    labels: [...content.intents].map(([intent, { label }]) => ({ intent, label })),
    key: keys.desk,
    ...(parts.config.DESK_LEAD_PASSWORD === undefined ? {} : { leadPassword: parts.config.DESK_LEAD_PASSWORD }),
  });

/** Its libraries are large and are loaded only where staff work in Slack. */
async function openSlack(parts: DeskParts, seen: Seen): Promise<SlackDesk | undefined> {
  const settings = slackSettings(parts.config);
  if (settings === undefined) return undefined;
  const { createSlackDesk } = await import("./desk/slack/create-slack-desk.ts");
  const checkReply = createCheckReply(allowedHosts(parts.pack));
  const checkWords = (words: string) => checkReply(words) ?? (redact(words) === words ? undefined : "personal-data");
  return createSlackDesk({ ...parts, ...seen, settings, checkWords, numbers: deskNumbers(parts.content, parts.now) });
}

function slackSettings(config: Config): SlackSettings | undefined {
  const { SLACK_BOT_TOKEN, SLACK_TRIAGE_CHANNEL, SLACK_SIGNING_SECRET, SLACK_APP_TOKEN, SLACK_API_URL } = config;
  const { SLACK_POSTS_PER_SECOND: postsPerSecond } = config;
  if (SLACK_BOT_TOKEN === undefined || SLACK_TRIAGE_CHANNEL === undefined) return undefined;
  return {
    botToken: SLACK_BOT_TOKEN,
    channel: SLACK_TRIAGE_CHANNEL,
    postsPerSecond,
    ...(SLACK_SIGNING_SECRET === undefined ? {} : { signingSecret: SLACK_SIGNING_SECRET }),
    ...(SLACK_APP_TOKEN === undefined ? {} : { appToken: SLACK_APP_TOKEN }),
    ...(config.SLACK_LEADS === undefined ? {} : { leads: config.SLACK_LEADS }),
    ...(SLACK_API_URL === undefined ? {} : { apiUrl: SLACK_API_URL }),
  };
}

/** The page is told at once and for nothing; how the delivery ended is what Slack says. */
const both = (slack: Desk, page: Desk): Desk => ({
  ...slack,
  send: async (post) => {
    await page.send(post);
    return slack.send(post);
  },
});
