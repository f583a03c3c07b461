import { loadContent } from "../../src/content/load-content.ts";
import { createDeliverer } from "../../src/delivery/create-deliverer.ts";
import { createPageDesk } from "../../src/desk/page/create-page-desk.ts";
import { createServer } from "../../src/http/create-server.ts";
import type { Channel } from "../../src/ports/channel.ts";
import type { SendResult } from "../../src/ports/delivery.ts";
import { projectRoot } from "../../src/project-root.ts";
import { createSwitchDesk } from "../../src/turn/create-switch-desk.ts";
import { createViewCase } from "../../src/turn/view-case.ts";
import { createMovingClock, KEY } from "../channels/web-chat/start-web-chat.ts";
import { wordsOf } from "../contract/store-fixtures.ts";
import { createKeptLog } from "../http/create-kept-log.ts";
import { CONVERSATION, scriptedAssistant } from "../turn/scripted-assistant.ts";

export const PASSWORD = "correct horse battery";

/** The real desk page, turns and deliveries, with one channel that ends each send as it is told. */
export async function startDeskWithChannel(push: Channel["can"]["push"]) {
  const { assistant, store, say } = await scriptedAssistant();
  const log = createKeptLog();
  const endings: SendResult[] = [];
  const sent: string[] = [];
  const channel: Channel = {
    id: "web-chat",
    can: { push, buttons: 0, cards: false, textLength: 1_000, edit: false, files: false },
    reach: { inDoubt: { kind: "leave" }, budget: { perSecond: 1_000, burst: 1_000, atOnce: 8 } },
    send: async ({ entry }) => {
      sent.push(wordsOf(entry.body));
      return endings.shift() ?? { kind: "sent" };
    },
  };
  const channels = new Map([[channel.id, channel]]);
  const waitsForCustomer = (id: string): boolean => channels.get(id)?.can.push === "none";
  const clock = createMovingClock();
  const { pack, intake } = assistant;
  const content = await loadContent(projectRoot);
  const page = await createPageDesk({
    store,
    intake,
    viewCase: createViewCase({ store, content, pack, clock, waitsForCustomer }),
    switches: createSwitchDesk({ store, content, pack, channels: [...channels.keys()], log }),
    labels: [],
    password: PASSWORD,
    key: KEY,
    clock,
    log,
    root: projectRoot,
  });
  const server = createServer({ ...page, ready: () => true, log });
  const url = await server.listen(0, "127.0.0.1");
  const deliverer = createDeliverer({ store, channels, desk: page.desk, log, wake: () => undefined });
  return {
    url,
    store,
    /** How the next sends end; `sent` when there are none left. */
    endings,
    sent,
    /** The customer says the name of an intent. */
    say,
    /** Handles and sends all that waits. */
    work: async () => {
      await assistant.handle();
      for (let n = 0; n < 8; n += 1) {
        await deliverer.takeUp(() => false);
        await deliverer.finish();
      }
    },
    /** What waits for the customer's next message is taken along by it. */
    collect: () => store.collect(CONVERSATION, 10),
    close: async () => {
      await server.close();
      await store.close();
    },
  };
}
