import type { Logger, LogLevel } from "@slack/bolt";
import type { Log } from "../../ports/log.ts";

const nothing = (): void => undefined;

/** Lets Slack's libraries say that something happened, but not what: their messages may hold words of customers or tokens. */
export function slackLogger(log: Log, level: LogLevel): Logger {
  return {
    debug: nothing,
    info: nothing,
    warn: () => log.warn("slack.library"),
    error: () => log.error("slack.library"),
    setLevel: nothing,
    setName: nothing,
    getLevel: () => level,
  };
}
