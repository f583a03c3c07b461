/** Settings of text that are looked at together; what the reader of the environment makes of them fits. */
type TextSetting =
  | "BOT_FRAMEWORK_DEVELOPMENT"
  | "DESK_LEAD_PASSWORD"
  | "DESK_PASSWORD"
  | "KAKAO_EVENT_NAME"
  | "KAKAO_EVENT_REST_API_KEY"
  | "KAKAO_SKILL_SECRET"
  | "LIVE_SUPPORT_HUB_URL"
  | "LIVE_SUPPORT_WEBHOOK_SECRET"
  | "LIVE_SUPPORT_WEBHOOK_URL"
  | "LINE_CHANNEL_ACCESS_TOKEN"
  | "LINE_CHANNEL_SECRET"
  | "MICROSOFT_APP_ID"
  | "MICROSOFT_APP_PASSWORD"
  | "MICROSOFT_APP_TENANT_ID"
  | "NAVER_TALK_AUTHORIZATION"
  | "NAVER_TALK_PATH_SECRET"
  | "SLACK_APP_TOKEN"
  | "SLACK_BOT_TOKEN"
  | "SLACK_SIGNING_SECRET"
  | "SLACK_TRIAGE_CHANNEL";

type Settings = Readonly<Partial<Record<TextSetting, string | undefined>>> & {
  readonly HOST: string;
  readonly KAKAO_BOT_IDS: readonly string[];
};

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/;

/** Faults of settings that only show together, as sentences. */
export const faultsTogether = (config: Settings): readonly string[] => [
  ...ofDesk(config),
  ...ofSlack(config),
  ...ofBotFramework(config),
  ...ofKakao(config),
  ...both(config, "LIVE_SUPPORT_WEBHOOK_URL", "LIVE_SUPPORT_WEBHOOK_SECRET"),
  ...ofHub(config),
  ...both(config, "LINE_CHANNEL_SECRET", "LINE_CHANNEL_ACCESS_TOKEN"),
  ...both(config, "NAVER_TALK_AUTHORIZATION", "NAVER_TALK_PATH_SECRET"),
];

/** Two settings of which one is of no use alone. */
const both = (config: Settings, one: TextSetting, other: TextSetting): readonly string[] => [
  ...when(config[one] !== undefined && config[other] === undefined, `${other}: is needed with ${one}`),
  ...when(config[other] !== undefined && config[one] === undefined, `${one}: is needed with ${other}`),
];

const when = (wrong: boolean, fault: string): readonly string[] => (wrong ? [fault] : []);

const ofDesk = ({ DESK_PASSWORD: agents, DESK_LEAD_PASSWORD: leads }: Settings): readonly string[] =>
  when(
    leads !== undefined && leads === agents,
    "DESK_LEAD_PASSWORD: must differ from DESK_PASSWORD, or every agent is a lead",
  );

/** Whoever set one wants the desk in Slack. */
function ofSlack(config: Settings): readonly string[] {
  const { SLACK_BOT_TOKEN: bot, SLACK_SIGNING_SECRET: secret, SLACK_APP_TOKEN: app } = config;
  const { SLACK_TRIAGE_CHANNEL: channel } = config;
  if ((bot ?? secret ?? app ?? channel) === undefined) return [];
  const missing = (wrong: boolean, name: string, what: string) =>
    when(wrong, `${name}: is missing: ${what} (docs/desk/slack.md)`);
  return [
    ...missing(bot === undefined, "SLACK_BOT_TOKEN", 'the "Bot User OAuth Token" of the app'),
    ...missing(channel === undefined, "SLACK_TRIAGE_CHANNEL", "the id of the channel for cases"),
    ...missing(
      (secret ?? app) === undefined,
      "SLACK_SIGNING_SECRET",
      "set it on a server, or SLACK_APP_TOKEN on a laptop",
    ),
  ];
}

function ofBotFramework(config: Settings): readonly string[] {
  const { MICROSOFT_APP_ID: id, MICROSOFT_APP_PASSWORD: password, MICROSOFT_APP_TENANT_ID: tenant } = config;
  const development = config.BOT_FRAMEWORK_DEVELOPMENT === "yes";
  return [
    ...when(id !== undefined && password === undefined, "MICROSOFT_APP_PASSWORD: is needed with MICROSOFT_APP_ID"),
    ...when(id === undefined && (password ?? tenant) !== undefined, "MICROSOFT_APP_ID: is missing"),
    ...when(development && id !== undefined, "BOT_FRAMEWORK_DEVELOPMENT: cannot be yes together with MICROSOFT_APP_ID"),
    ...when(
      development && !LOOPBACK.test(config.HOST),
      "BOT_FRAMEWORK_DEVELOPMENT: takes messages without any token: only with HOST=127.0.0.1",
    ),
  ];
}

/** The hub answers by the road of the Bot Framework, which must be open. */
const ofHub = (config: Settings): readonly string[] =>
  when(
    config.LIVE_SUPPORT_HUB_URL !== undefined &&
      config.MICROSOFT_APP_ID === undefined &&
      config.BOT_FRAMEWORK_DEVELOPMENT !== "yes",
    "LIVE_SUPPORT_HUB_URL: needs MICROSOFT_APP_ID and MICROSOFT_APP_PASSWORD, for the hub answers at /api/messages",
  );

function ofKakao(config: Settings): readonly string[] {
  const { KAKAO_SKILL_SECRET: secret, KAKAO_BOT_IDS: bots } = config;
  const { KAKAO_EVENT_NAME: event, KAKAO_EVENT_REST_API_KEY: key } = config;
  return [
    ...when(secret !== undefined && bots.length === 0, "KAKAO_BOT_IDS: name the bots that may call, with commas"),
    ...when(
      (event === undefined) !== (key === undefined),
      "KAKAO_EVENT_NAME, KAKAO_EVENT_REST_API_KEY: set both, or neither",
    ),
  ];
}
