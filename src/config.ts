import { z } from "zod";
import { AppError } from "./core/app-error.ts";
import { isDay } from "./core/day.ts";
import { faultsTogether } from "./faults-together.ts";

const port = z.coerce.number().int().min(0).max(65_535);

/** The value itself is never repeated in a fault: it holds a password. */
function isDatabaseUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, pathname } = new URL(value);
  return /^postgres(?:ql)?:$/.test(protocol) && pathname.length > 1;
}

/** "a, b" */
const list = z
  .string()
  .transform((value) => value.split(",").map((part) => part.trim()))
  .pipe(z.array(z.string().min(1, "has an empty part")));

/** Ids of people in Slack, which nobody can choose for themselves, unlike names. */
const slackUsers = z
  .string()
  .transform((value) => value.split(",").map((part) => part.trim()))
  .pipe(
    z.array(
      z
        .string()
        .regex(
          /^[UW][A-Z0-9]{5,}$/,
          'must be member ids like U0123456789, separated by commas (in Slack: profile → "Copy member ID"), not names',
        ),
    ),
  );

/** Ranges from which Naver calls, as its documentation lists them. */
const NAVER_SOURCES = "211.249.40.0/27,211.249.68.0/27,220.230.168.0/27";

const isSourceList = (value: string): boolean =>
  value === "any" || value.split(",").every((range) => /^[0-9a-f.:]+(?:\/\d{1,3})?$/i.test(range.trim()));

/** https, or this machine itself; the address may hold a secret and is never repeated in a fault. */
function isSafeUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, username, password } = new URL(value);
  const here = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname);
  return username + password === "" && (protocol === "https:" || (protocol === "http:" && here));
}

const safeUrl = z
  .string()
  .refine(isSafeUrl, "must be an https address without a password in it (http only to this machine)");

const schema = z.object({
  PORT: port.default(3978),
  HOST: z.string().min(1).default("127.0.0.1"),
  DATA_DIR: z.string().min(1).default("./data"),
  DATABASE_URL: z
    .string()
    .refine(
      isDatabaseUrl,
      "must be an address like postgres://user:password@host:5432/database (write % and @ in it as %25, %40)",
    )
    .optional(),
  AS_OF: z.string().refine(isDay, "must be a day like 2026-01-10").optional(),
  INCIDENT: z
    .string()
    .regex(/^[a-z0-9-]+$/, "must be the name of a folder under dialogs/incidents")
    .default("kt-2025"),
  DESK_PASSWORD: z.string().min(10, "needs at least 10 characters").optional(),
  DESK_LEAD_PASSWORD: z.string().min(10, "needs at least 10 characters").optional(),
  DIRECT_LINE_SECRET: z.string().min(20, "needs at least 20 characters").optional(),
  REPLY_UNDO_SECONDS: z.coerce.number().int().min(0).max(60).optional(),
  DESK_PAGE: z.enum(["yes", "no"]).optional(),
  SLACK_BOT_TOKEN: z
    .string()
    .startsWith("xoxb-", 'must be the "Bot User OAuth Token", which begins with xoxb-')
    .optional(),
  SLACK_SIGNING_SECRET: z.string().min(16, 'must be the "Signing Secret" of "Basic Information"').optional(),
  SLACK_APP_TOKEN: z.string().startsWith("xapp-", 'must be an "App-Level Token", which begins with xapp-').optional(),
  SLACK_TRIAGE_CHANNEL: z
    .string()
    .regex(/^[CG][A-Z0-9]{2,}$/, "must be the id of a channel, like C0123456789 (not its name)")
    .optional(),
  SLACK_LEADS: slackUsers.optional(),
  SLACK_POSTS_PER_SECOND: z.coerce.number().min(0.1).max(100).default(1),
  SLACK_API_URL: z.url({ protocol: /^https?$/ }).optional(),
  DESK_ALARM_WEBHOOK_URL: safeUrl.optional(),
  DESK_ALARM_WEBHOOK_SECRET: z.string().min(20, "needs at least 20 characters").optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  TRUST_PROXY: z.enum(["yes", "no"]).default("no"),
  METRICS_TOKEN: z.string().min(20, "needs at least 20 characters").optional(),
  KAKAO_SKILL_SECRET: z.string().min(20, "needs at least 20 characters").optional(),
  KAKAO_SKILL_HEADER: z
    .string()
    .regex(/^[A-Za-z0-9-]+$/, "must be the name of a header")
    .default("x-ansim-secret"),
  KAKAO_BOT_IDS: list.default([]),
  KAKAO_CALLBACK_HOSTS: list.default(["bot-api.kakao.com"]),
  KAKAO_EVENT_NAME: z.string().min(1).optional(),
  KAKAO_EVENT_REST_API_KEY: z.string().min(1).optional(),
  LINE_CHANNEL_SECRET: z.string().min(16, "needs the channel secret of the LINE Developers console").optional(),
  LINE_CHANNEL_ACCESS_TOKEN: z.string().regex(/^\S+$/, "must be one word without spaces").optional(),
  NAVER_TALK_AUTHORIZATION: z.string().regex(/^\S+$/, "must be one word without spaces").optional(),
  NAVER_TALK_PATH_SECRET: z
    .string()
    .regex(/^[A-Za-z0-9_-]{32,200}$/, "must be 32 or more letters and digits that nobody can guess")
    .optional(),
  NAVER_TALK_SOURCES: z
    .string()
    .refine(isSourceList, "must be addresses or ranges like 211.249.40.0/27, separated by commas, or any")
    .default(NAVER_SOURCES),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  MICROSOFT_APP_ID: z.uuid("must be the app id of the bot's registration, like 12345678-…").optional(),
  MICROSOFT_APP_PASSWORD: z.string().min(8, "must be the client secret of the app").optional(),
  MICROSOFT_APP_TENANT_ID: z
    .string()
    .regex(/^[\w.-]+$/, "must be the id of a tenant")
    .optional(),
  LIVE_SUPPORT_HUB_URL: safeUrl.optional(),
  LIVE_SUPPORT_WEBHOOK_URL: safeUrl.optional(),
  LIVE_SUPPORT_WEBHOOK_SECRET: z.string().min(32, "needs at least 32 characters").optional(),
  BOT_FRAMEWORK_DEVELOPMENT: z.enum(["yes", "no"]).default("no"),
});

/** Settings of the process; the environment is read nowhere else. */
export type Config = Readonly<z.infer<typeof schema>>;

/** Reads the settings; a bad environment stops the start with every fault at once. Empty values count as absent. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  const faults = parsed.success
    ? faultsTogether(parsed.data)
    : parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  if (parsed.success && faults.length === 0) return parsed.data;
  const lines = faults.map((fault) => `  ${fault}`).join("\n");
  throw new AppError("CONFIG_INVALID", `${faults.length} settings are wrong (see .env.example):\n${lines}`);
}

/** Whether staff have the embedded page: always without Slack, and beside Slack when asked for. */
export const hasDeskPage = ({ DESK_PAGE, SLACK_BOT_TOKEN }: Config): boolean =>
  SLACK_BOT_TOKEN === undefined || DESK_PAGE === "yes";
