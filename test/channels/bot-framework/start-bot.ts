import { createAssistant } from "../../../src/assistant.ts";
import type { BotFrameworkSettings } from "../../../src/channels/bot-framework/bot-framework-settings.ts";
import { createBotFramework } from "../../../src/channels/bot-framework/create-bot-framework.ts";
import { loadContent } from "../../../src/content/load-content.ts";
import { withUndo } from "../../../src/content/with-undo.ts";
import { createDeliverer } from "../../../src/delivery/create-deliverer.ts";
import { createServer } from "../../../src/http/create-server.ts";
import { allowedUrl } from "../../../src/outgoing/allowed-url.ts";
import { createOutgoing } from "../../../src/outgoing/create-outgoing.ts";
import type { Desk } from "../../../src/ports/desk.ts";
import { projectRoot } from "../../../src/project-root.ts";
import { openSqlite } from "../../../src/store/open-sqlite.ts";
import { createWorkLoop } from "../../../src/turn/work-loop.ts";
import { createKeptLog } from "../../http/create-kept-log.ts";
import { scripted } from "../../turn/scripted-assistant.ts";
import { createMovingClock } from "../web-chat/start-web-chat.ts";

const content = loadContent(projectRoot);

const deaf: Desk = {
  id: "page",
  reach: { inDoubt: { kind: "repeat" }, budget: { perSecond: 1_000, burst: 1_000, atOnce: 8 } },
  send: async () => ({ kind: "sent" }),
};

export interface BotParts {
  readonly settings?: BotFrameworkSettings;
  /** Of the issuer of tokens. */
  readonly issuer?: { readonly url: string; readonly metadataUrl: string };
  /** Connectors beside those of this machine. */
  readonly hosts?: readonly string[];
  readonly repliesWithinMs?: number;
  /** Turns and deliveries run by themselves, as in earnest. */
  readonly running?: boolean;
}

/** The Bot Framework's end point on a real server, over the real turn and a store in memory. */
export async function startBot(parts: BotParts = {}) {
  const clock = createMovingClock("2026-01-12T01:00:00.000Z");
  const log = createKeptLog();
  const store = await openSqlite({ folder: ":memory:", clock });
  let ids = 0;
  const newId = () => `id-${++ids}`;
  const shared = { store, clock, newId, log };
  const assistant = createAssistant({
    ...shared,
    content: withUndo(await content, 0),
    incident: "kt-2025",
    understand: scripted,
  });
  const rules = { hosts: parts.hosts ?? [], loopback: true };
  const { channel, routes } = createBotFramework({
    ...shared,
    settings: parts.settings ?? { kind: "development" },
    intake: assistant.intake,
    outgoing: createOutgoing(rules),
    signIn: createOutgoing({ hosts: [], loopback: true }),
    mayCall: (url) => allowedUrl(url, rules).kind === "allowed",
    ...(parts.issuer === undefined ? {} : { metadataUrl: parts.issuer.metadataUrl, authority: parts.issuer.url }),
    ...(parts.repliesWithinMs === undefined ? {} : { repliesWithinMs: parts.repliesWithinMs }),
  });
  const server = createServer({ routes, sockets: [], files: [], ready: () => true, log });
  const url = await server.listen(0, "127.0.0.1");
  const deliverer = createDeliverer({
    store,
    channels: new Map([[channel.id, channel]]),
    desk: deaf,
    log,
    wake: (afterMs) => deliveries.wake(afterMs),
  });
  const deliver = async (): Promise<void> => {
    await deliverer.takeUp(() => false);
    await deliverer.finish();
  };
  const deliveries = createWorkLoop(store, "delivery", deliverer.takeUp, log);
  const loops = [createWorkLoop(store, "arrival", assistant.handle, log), deliveries];
  if (parts.running !== false) for (const loop of loops) loop.start();
  return {
    url,
    clock,
    log,
    store,
    channel,
    intake: assistant.intake,
    handle: assistant.handle,
    deliver,
    post: (body: unknown, headers: Readonly<Record<string, string>> = {}) =>
      fetch(`${url}/api/messages`, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: typeof body === "string" || body instanceof Buffer ? body : JSON.stringify(body),
      }),
    close: async () => {
      await server.close();
      for (const loop of loops) await loop.stop();
      await store.close();
    },
  };
}

export type RunningBot = Awaited<ReturnType<typeof startBot>>;

/** An activity of a customer as a channel sends it; a test changes what it is about. */
export const activity = (serviceUrl: string, more: object = {}): Readonly<Record<string, unknown>> => ({
  type: "message",
  id: "a-1",
  timestamp: "2026-01-12T01:00:00.000Z",
  serviceUrl,
  channelId: "msteams",
  from: { id: "29:customer", name: "홍길동", aadObjectId: "x" },
  conversation: { id: "a:1-conversation", conversationType: "personal", tenantId: "t" },
  recipient: { id: "28:bot", name: "안심" },
  textFormat: "plain",
  text: "waiver_window",
  locale: "ko-KR",
  ...more,
});
