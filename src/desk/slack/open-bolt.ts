import { App, LogLevel, type Receiver, type ReceiverEvent } from "@slack/bolt";
import type { Log } from "../../ports/log.ts";
import { isListenedTo } from "./is-listened-to.ts";
import { slackLogger } from "./slack-logger.ts";

/** Handles one request of Slack's; what it resolves to goes into the answer. Rejects when it could not be stored. */
export type ReceiveSlack = (
  body: Readonly<Record<string, unknown>>,
  /** How often Slack has told of it before. */
  retries: number,
) => Promise<unknown>;

export interface BoltParts {
  readonly botToken: string;
  readonly log: Log;
  /** Adds the listeners. */
  readonly listen: (app: App) => void;
}

/**
 * Slack's own framework for telling requests apart, behind our own doors. It acknowledges events before anything is
 * stored, so its acknowledgement is only kept here, and given once the listeners are done.
 */
export function openBolt({ botToken, log, listen }: BoltParts): ReceiveSlack {
  const app = new App({
    receiver: nothingToStart,
    // Without this Bolt would ask Slack who it is while an event waits.
    // And it keeps a client for every team that is named here, or else in a body.
    authorize: async () => ({ botToken, teamId: "ours" }),
    attachFunctionToken: false,
    convoStore: false,
    ignoreSelf: false,
    logger: slackLogger(log, LogLevel.ERROR),
  });
  app.error(async (error) => {
    throw error;
  });
  listen(app);
  return async (body, retryNum) => {
    if (!isListenedTo(body)) return undefined;
    let answer: unknown;
    const event: ReceiverEvent = {
      body,
      retryNum,
      ack: async (given?: unknown) => {
        answer = given ?? answer;
      },
    };
    await app.processEvent(event);
    return answer;
  };
}

const nothingToStart: Receiver = {
  init: () => undefined,
  start: async () => undefined,
  stop: async () => undefined,
};
