import type { FakeConnector } from "../fakes/fake-connector/start-fake-connector.ts";
import type { Customer, Door } from "./customer.ts";
import { isTaken } from "./http-calls.ts";
import { tryOn } from "./try-until-taken.ts";

/** One customer of a Bot Framework channel: speaks through `/api/messages`, is answered at the connector. */
export function openBotFrameworkCustomer(door: Door, connector: FakeConnector, name: string): Customer {
  const conversation = `conversation-${name}`;
  const activityOf = (text: string, id: string) => ({
    type: "message",
    id,
    timestamp: new Date().toISOString(),
    serviceUrl: connector.address,
    channelId: "msteams",
    from: { id: `29:${name}` },
    recipient: { id: "28:bot", name: "bot" },
    conversation: { id: conversation, conversationType: "personal" },
    locale: "ko-KR",
    textFormat: "plain",
    text,
  });
  const read = async () =>
    connector
      .receivedIn(conversation)
      .filter((one) => one.activity.type === "message")
      .map(({ activity, atMs }) => ({ text: String(activity.text), byCustomer: false, atMs }));
  return {
    channel: "bot-framework",
    say: async (text, clientId) => {
      const reply = await tryOn("POST", () => `${door()}/api/messages`, undefined, activityOf(text, clientId));
      return isTaken(reply) ? { ackMs: reply.ms, retries: reply.retries } : undefined;
    },
    read,
    look: read,
    inDoubt: () => connector.ambiguousIn(conversation),
  };
}
