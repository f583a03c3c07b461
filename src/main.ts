import { randomBytes, randomInt, randomUUID } from "node:crypto";
import { type App, createApp } from "./app.ts";
import { type Config, hasDeskPage, readConfig } from "./config.ts";
import { AppError } from "./core/app-error.ts";
import { createLog } from "./log.ts";
import { projectRoot } from "./project-root.ts";

const KEY_BYTES = 32;
/** Without letters and digits that look alike. */
const PASSWORD_SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";
const PASSWORD_LENGTH = 12;

const madeUpPassword = (): string =>
  Array.from({ length: PASSWORD_LENGTH }, () => PASSWORD_SIGNS[randomInt(PASSWORD_SIGNS.length)]).join("");

async function start(config: Config): Promise<void> {
  const app = await createApp({
    config,
    root: projectRoot,
    now: () => new Date().toISOString(),
    newId: randomUUID,
    randomKey: () => randomBytes(KEY_BYTES),
    madeUpPassword: madeUpPassword(),
    log: createLog(config.LOG_LEVEL),
  });
  stopOnSignal(app);
  const address = await app.start();
  print([
    `Customer page  ${address}/`,
    ...(hasDeskPage(config) ? [`Desk page      ${address}/desk`] : []),
    ...(config.SLACK_BOT_TOKEN === undefined ? [] : [`Desk in Slack  channel ${config.SLACK_TRIAGE_CHANNEL}`]),
    ...(config.DESK_PASSWORD === undefined && hasDeskPage(config)
      ? [
          `Desk password  ${app.deskPassword}   (made up${config.DATABASE_URL === undefined ? " for this start" : ""}; set DESK_PASSWORD)`,
        ]
      : []),
    ...(config.AS_OF === undefined
      ? []
      : [`As of          ${config.AS_OF} in Korea (a fixed day, for demonstrations)`]),
    ...(config.MICROSOFT_APP_ID === undefined ? [] : [`Bot Framework  ${address}/api/messages`]),
    ...(config.BOT_FRAMEWORK_DEVELOPMENT === "yes"
      ? [
          `Bot Framework  ${address}/api/messages`,
          "               !! DEVELOPMENT: messages are taken from anybody on this machine, without any token. Never in earnest.",
        ]
      : []),
    "Stop with Ctrl-C.",
  ]);
}

function stopOnSignal(app: App): void {
  let stopping = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      print(["Stopping: finishing what is at hand ..."]);
      app.stop().then(
        () => process.exit(0),
        (error: unknown) => {
          complain(error);
          process.exit(1);
        },
      );
    });
  }
}

const print = (lines: readonly string[]): boolean => process.stdout.write(`${lines.join("\n")}\n`);

function complain(error: unknown): void {
  const known = error instanceof AppError;
  process.stderr.write(`${known ? `${error.code}: ${error.message}` : error instanceof Error ? error.stack : error}\n`);
}

try {
  await start(readConfig());
} catch (error) {
  complain(error);
  process.exit(1);
}
