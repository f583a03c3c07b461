import { App, LogLevel, type Receiver, type ReceiverEvent } from "@slack/bolt";
import type { Log } from "../../ports/log.ts";
import { slackLogger } from "./slack-logger.ts";
import { EVENT_SCOPES } from "./slack-scopes.ts";

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
    authorize: async () => ({ botToken }),
    convoStore: false,
    ignoreSelf: false,
    logger: slackLogger(log, LogLevel.ERROR),
  });
  app.error(async (error) => {
    throw error;
  });
  listen(app);
  return async (body, retryNum) => {
    if (isOtherEvent(body)) return undefined;
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

const LISTENED = Object.keys(EVENT_SCOPES).map((name) => name.split(".", 1)[0]);

/** Bolt stumbles over some events that nobody listens to. */
const isOtherEvent = ({ type, event }: Readonly<Record<string, unknown>>): boolean =>
  type === "event_callback" &&
  !(typeof event === "object" && event !== null && LISTENED.includes(String(Reflect.get(event, "type"))));

const nothingToStart: Receiver = {
  init: () => undefined,
  start: async () => undefined,
  stop: async () => undefined,
};
