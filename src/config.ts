import { z } from "zod";
import { AppError } from "./core/app-error.ts";
import { isDay } from "./core/day.ts";

const port = z.coerce.number().int().min(0).max(65_535);

/** The value itself is never repeated in a fault: it holds a password. */
function isDatabaseUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, pathname } = new URL(value);
  return /^postgres(?:ql)?:$/.test(protocol) && pathname.length > 1;
}

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
  DIRECT_LINE_SECRET: z.string().min(20, "needs at least 20 characters").optional(),
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
  SLACK_API_URL: z.url({ protocol: /^https?$/ }).optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  TRUST_PROXY: z.enum(["yes", "no"]).default("no"),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
});

/** Slack's settings go together: whoever set one wants the desk there. */
const complete = schema.superRefine((config, context) => {
  const { SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET, SLACK_APP_TOKEN, SLACK_TRIAGE_CHANNEL } = config;
  if ([SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET, SLACK_APP_TOKEN, SLACK_TRIAGE_CHANNEL].every((is) => is === undefined)) {
    return;
  }
  const missing = (name: string, what: string): void =>
    context.addIssue({ code: "custom", path: [name], message: `is missing: ${what} (docs/desk/slack.md)` });
  if (SLACK_BOT_TOKEN === undefined) missing("SLACK_BOT_TOKEN", 'the "Bot User OAuth Token" of the app');
  if (SLACK_TRIAGE_CHANNEL === undefined) missing("SLACK_TRIAGE_CHANNEL", "the id of the channel for cases");
  if (SLACK_SIGNING_SECRET === undefined && SLACK_APP_TOKEN === undefined) {
    missing("SLACK_SIGNING_SECRET", "set it on a server, or SLACK_APP_TOKEN on a laptop");
  }
});

/** Settings of the process; the environment is read nowhere else. */
export type Config = Readonly<z.infer<typeof schema>>;

/** Reads the settings; a bad environment stops the start with every fault at once. Empty values count as absent. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const parsed = complete.safeParse(given);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new AppError("CONFIG_INVALID", `${faults.length} settings are wrong (see .env.example):\n${faults.join("\n")}`);
}

/** Whether staff have the embedded page: always without Slack, and beside Slack when asked for. */
export const hasDeskPage = ({ DESK_PAGE, SLACK_BOT_TOKEN }: Config): boolean =>
  SLACK_BOT_TOKEN === undefined || DESK_PAGE === "yes";
