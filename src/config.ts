import { z } from "zod";
import { AppError } from "./core/app-error.ts";
import { isDay } from "./core/day.ts";

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/;

const port = z.coerce.number().int().min(0).max(65_535);

/** The value itself is never repeated in a fault: it holds a password. */
function isDatabaseUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, pathname } = new URL(value);
  return /^postgres(?:ql)?:$/.test(protocol) && pathname.length > 1;
}

const settings = z.object({
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
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  TRUST_PROXY: z.enum(["yes", "no"]).default("no"),
  METRICS_TOKEN: z.string().min(20, "needs at least 20 characters").optional(),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  MICROSOFT_APP_ID: z.uuid("must be the app id of the bot's registration, like 12345678-…").optional(),
  MICROSOFT_APP_PASSWORD: z.string().min(8, "must be the client secret of the app").optional(),
  MICROSOFT_APP_TENANT_ID: z
    .string()
    .regex(/^[\w.-]+$/, "must be the id of a tenant")
    .optional(),
  BOT_FRAMEWORK_DEVELOPMENT: z.enum(["yes", "no"]).default("no"),
});

const schema = settings.superRefine((config, context) => {
  const fault = (path: keyof z.infer<typeof settings>, message: string): void =>
    context.addIssue({ code: "custom", path: [path], message });
  const { MICROSOFT_APP_ID: id, MICROSOFT_APP_PASSWORD: password, MICROSOFT_APP_TENANT_ID: tenant } = config;
  if (id !== undefined && password === undefined) fault("MICROSOFT_APP_PASSWORD", "is needed with MICROSOFT_APP_ID");
  if (id === undefined && (password ?? tenant) !== undefined) fault("MICROSOFT_APP_ID", "is missing");
  if (config.BOT_FRAMEWORK_DEVELOPMENT === "no") return;
  if (id !== undefined) fault("BOT_FRAMEWORK_DEVELOPMENT", "cannot be yes together with MICROSOFT_APP_ID");
  if (!LOOPBACK.test(config.HOST)) {
    fault("BOT_FRAMEWORK_DEVELOPMENT", "takes messages without any token: only with HOST=127.0.0.1");
  }
});

/** Faults of settings that only show together. */
const whole = schema.refine(
  ({ DESK_PASSWORD, DESK_LEAD_PASSWORD }) => DESK_LEAD_PASSWORD === undefined || DESK_LEAD_PASSWORD !== DESK_PASSWORD,
  { path: ["DESK_LEAD_PASSWORD"], message: "must differ from DESK_PASSWORD, or every agent is a lead" },
);

/** Settings of the process; the environment is read nowhere else. */
export type Config = Readonly<z.infer<typeof schema>>;

/** Reads the settings; a bad environment stops the start with every fault at once. Empty values count as absent. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const parsed = whole.safeParse(given);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new AppError("CONFIG_INVALID", `${faults.length} settings are wrong (see .env.example):\n${faults.join("\n")}`);
}
