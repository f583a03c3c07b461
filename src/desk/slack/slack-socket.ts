import { LogLevel, SocketModeReceiver } from "@slack/bolt";
import { z } from "zod";
import { AppError } from "../../core/app-error.ts";
import type { Log } from "../../ports/log.ts";
import type { ReceiveSlack } from "./open-bolt.ts";
import { slackLogger } from "./slack-logger.ts";

export interface SlackSocketParts {
  readonly appToken: string;
  readonly apiUrl?: string;
  readonly receive: ReceiveSlack;
  readonly log: Log;
}

/** A line to Slack that needs no address of our own. */
export interface SlackSocket {
  start(): Promise<void>;
  stop(): Promise<void>;
}

const arrivedSchema = z.object({
  ack: z.custom<(answer?: object) => Promise<void>>((ack) => typeof ack === "function"),
  body: z.record(z.string(), z.unknown()),
  retry_num: z.number().nullish(),
});

/** For laptops: Bolt's own line, but acknowledged once all is stored; what is not comes again. */
export function openSlackSocket({ appToken, apiUrl, receive, log }: SlackSocketParts): SlackSocket {
  const receiver = new SocketModeReceiver({
    appToken,
    logger: slackLogger(log, LogLevel.ERROR),
    installerOptions: { clientOptions: { ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }) } },
  });
  const { client } = receiver;
  client.removeAllListeners("slack_event");
  client.on("slack_event", async (args: unknown) => {
    const arrived = arrivedSchema.safeParse(args).data;
    if (arrived === undefined) return;
    try {
      const answer = await receive(arrived.body, arrived.retry_num ?? 0);
      await arrived.ack(typeof answer === "object" && answer !== null ? answer : undefined);
    } catch (error) {
      log.error("desk.slack_not_taken", { error: error instanceof Error ? error.name : "unknown" });
    }
  });
  return {
    start: async () => {
      try {
        await client.start();
      } catch (error) {
        throw new AppError(
          "CONFIG_INVALID",
          "SLACK_APP_TOKEN: Slack opened no line. Turn on Socket Mode and make an app-level token with connections:write (docs/desk/slack.md).",
          error,
        );
      }
    },
    stop: () => client.disconnect(),
  };
}
