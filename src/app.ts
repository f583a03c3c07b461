import { createAssistant } from "./assistant.ts";
import { createWebChat } from "./channels/web-chat/create-web-chat.ts";
import { seoulClock } from "./clock.ts";
import type { Config } from "./config.ts";
import type { Instant } from "./core/day.ts";
import { deliverDue } from "./delivery/deliver-due.ts";
import { createPageDesk } from "./desk/page/create-page-desk.ts";
import { createServer } from "./http/create-server.ts";
import { keysFrom } from "./keep-keys.ts";
import { loadAssistantContent } from "./load-assistant-content.ts";
import { openStore } from "./open-store.ts";
import type { Log } from "./ports/log.ts";
import type { NewId } from "./ports/new-id.ts";
import type { Store } from "./ports/store.ts";
import { createViewCase } from "./turn/view-case.ts";
import { createWorkLoop } from "./turn/work-loop.ts";

export interface AppParts {
  readonly config: Config;
  /** The project folder, where intents/ and dialogs/ are. */
  readonly root: string;
  readonly now: () => Instant;
  readonly newId: NewId;
  readonly randomKey: () => Buffer;
  /** For the desk, when DESK_PASSWORD is not set; processes on one database agree on one. */
  readonly madeUpPassword: string;
  readonly log: Log;
}

export interface App {
  readonly deskPassword: string;
  /** Starts to serve; resolves to the address. */
  start(): Promise<string>;
  /** Takes nothing new, finishes what is at hand, and closes the store. */
  stop(): Promise<void>;
}

/** Builds the whole program from its parts; starts nothing. */
export async function createApp(parts: AppParts): Promise<App> {
  const { config, root, newId, log } = parts;
  const clock = seoulClock(parts.now, config.AS_OF);
  const { store, key, madeUpPassword } = await openStore({ ...parts, clock });
  const deskPassword = config.DESK_PASSWORD ?? madeUpPassword;
  try {
    const keys = keysFrom(key);
    const { content, understand } = await loadAssistantContent(root, config.INCIDENT);
    const assistant = createAssistant({ content, incident: config.INCIDENT, understand, store, clock, newId, log });
    const { intake } = assistant;
    const secret = config.DIRECT_LINE_SECRET === undefined ? {} : { secret: config.DIRECT_LINE_SECRET };
    const publicUrl = config.PUBLIC_URL === undefined ? {} : { publicUrl: config.PUBLIC_URL };
    const webChat = await createWebChat({
      store,
      intake,
      clock,
      newId,
      log,
      key: keys.webChat,
      root,
      ...secret,
      ...publicUrl,
    });
    const viewCase = createViewCase(store, content, assistant.pack, clock);
    const desk = await createPageDesk({
      store,
      intake,
      viewCase,
      labels: [...content.intents].map(([intent, { label }]) => ({ intent, label })),
      password: deskPassword,
      key: keys.desk,
      clock,
      log,
      root,
    });
    const channels = new Map([[webChat.channel.id, webChat.channel]]);
    const turns = createWorkLoop(store, "arrival", assistant.handle, log);
    const deliveries = createWorkLoop(
      store,
      "delivery",
      (stopped) => deliverDue(store, { channels, desk: desk.desk, log }, stopped),
      log,
    );
    const server = createServer({
      routes: [...webChat.routes, ...desk.routes],
      sockets: [...webChat.sockets, ...desk.sockets],
      files: [...webChat.files, ...desk.files],
      ready: () => answers(store),
      trustProxy: config.TRUST_PROXY === "yes",
      ...(config.PUBLIC_URL === undefined ? {} : { hosts: [new URL(config.PUBLIC_URL).host] }),
      log,
    });
    return {
      deskPassword,
      start: async () => {
        turns.start();
        deliveries.start();
        return server.listen(config.PORT, config.HOST);
      },
      stop: async () => {
        await server.close();
        await turns.stop();
        await deliveries.stop();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

const answers = (store: Store): Promise<boolean> =>
  store.cases(1).then(
    () => true,
    () => false,
  );
