import type { OutgoingActivity } from "../../../src/channels/bot-framework/render.ts";
import type { ContractCustomer, RawRequest } from "../../contract/channel-harness.ts";
import { sendRaw } from "../../contract/send-raw.ts";
import type { FakeConnector } from "../../fakes/fake-connector/start-fake-connector.ts";
import { activity } from "./start-bot.ts";

const SERVICE_URL = "https://webchat.botframework.com/";
const START = Date.parse("2026-01-12T01:00:00.000Z");

/** What a customer needs of the world around. */
export interface BotWorld {
  /** Of the assistant. */
  readonly address: string;
  /** Where its words arrive. */
  readonly connector: FakeConnector;
  readonly request: (body: Buffer) => RawRequest;
}

/** A customer in the Web Chat of the Azure Bot Service, who has just opened it. */
export async function botCustomer({ address, connector, request }: BotWorld, name: string): Promise<ContractCustomer> {
  const conversation = `${name}-kr`;
  let count = 0;
  const write = (more: object) => {
    const at = new Date(START + ++count * 1_000).toISOString();
    return activity(SERVICE_URL, {
      channelId: "webchat",
      id: `${conversation}|${count}`,
      timestamp: at,
      localTimestamp: at,
      from: { id: `dl_${name}`, name: "고객" },
      conversation: { id: conversation },
      ...more,
    });
  };
  const post = async (sent: object): Promise<void> => {
    const { status } = await sendRaw(address, request(Buffer.from(JSON.stringify(sent))));
    if (status !== 200) throw new Error(`answered ${status}`);
  };
  await post(
    write({ type: "conversationUpdate", text: undefined, membersAdded: [{ id: "28:bot" }, { id: `dl_${name}` }] }),
  );
  return {
    say: (text) => post(write({ text })),
    // A suggested action of the kind `imBack` says its value.
    press: (button) => post(write({ text: button })),
    // The service waits 15 s for an answer, then tries again: with the same id, and at last with a new one.
    sayTwice: async (text) => {
      const once = write({ text });
      await Promise.all([post(once), post(once)]);
      await post({ ...once, id: `${conversation}|${count}-again` });
    },
    sayOutOfOrder: async (first, second) => {
      const late = write({ text: first });
      await post(write({ text: second }));
      await post(late);
    },
    shown: async () =>
      connector
        .receivedIn(conversation)
        .map((received) => received.activity as unknown as OutgoingActivity)
        .map(({ text, suggestedActions }) => ({
          text,
          buttons: suggestedActions?.actions.map(({ value }) => value) ?? [],
        })),
  };
}
