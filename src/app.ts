import { createAssistant } from "./assistant.ts";
import { WEB_CHAT } from "./channels/web-chat/web-chat-channel.ts";
import { seoulClock } from "./clock.ts";
import { openDeskAlarm } from "./compose/open-desk-alarm.ts";
import { openLiveSupport, supportTargets } from "./compose/open-live-support.ts";
import type { Config } from "./config.ts";
import { withUndo } from "./content/with-undo.ts";
import type { Instant } from "./core/day.ts";
import { createDeliverer } from "./delivery/create-deliverer.ts";
import { meteredChannel, meteredDesk, meteredSupport } from "./delivery/meter-sends.ts";
import { createServer } from "./http/create-server.ts";
import { createPrometheus } from "./http/metrics/create-prometheus.ts";
import { metricsRoute } from "./http/metrics/metrics-route.ts";
import { keysFrom } from "./keep-keys.ts";
import { loadAssistantContent } from "./load-assistant-content.ts";
import { type OpenChannels, openChannels } from "./open-channels.ts";
import { openDesk } from "./open-desk.ts";
import { openStore } from "./open-store.ts";
import { createOutgoing } from "./outgoing/create-outgoing.ts";
import { type Channel, waitsForCustomer } from "./ports/channel.ts";
import type { Desk } from "./ports/desk.ts";
import type { Log } from "./ports/log.ts";
import type { Meter } from "./ports/meter.ts";
import type { NewId } from "./ports/new-id.ts";
import type { Store } from "./ports/store.ts";
import { tellOfLetters } from "./turn/tell-of-letters.ts";
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
  /** Makes what calls far ends; tests and replays put their own there. */
  readonly outgoing?: typeof createOutgoing;
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
    const { content: loaded, understand } = await loadAssistantContent(root, config.INCIDENT);
    const content = withUndo(loaded, config.REPLY_UNDO_SECONDS);
    const meter = createPrometheus(content.hash);
    let open: OpenChannels["channels"] = new Map();
    const pushOf = (channel: string) => open.get(channel)?.can.push ?? "none";
    const told = tellOfLetters(store, (channel, conversation) => open.get(channel)?.waits?.(conversation));
    const outgoing = parts.outgoing ?? createOutgoing;
    const alarm = openDeskAlarm({ config, store, now: parts.now, outgoing, log });
    const liveSupport = supportTargets(config);
    const hasPage = (channel: string) => channel === WEB_CHAT;
    const hears = { pushOf, liveSupport, hasPage, deskUnread: alarm.isUnread };
    const spoken = { content, incident: config.INCIDENT, understand, ...hears };
    const assistant = createAssistant({ ...spoken, store: told, clock, newId, log, meter });
    const { intake, pack } = assistant;
    const edge = { config, root, store, intake, keys, clock, newId, log };
    const outer = { ...edge, content, pack, outgoing };
    const support = openLiveSupport({ ...outer, now: parts.now });
    const { channels, mounted } = await openChannels({ ...outer, takeReport: support.takeReport });
    open = channels;
    const forStaff = { now: parts.now, channels, content, pack, password: deskPassword, watch: alarm.watch };
    const staff = await openDesk({ ...edge, ...forStaff });
    const served = [...mounted, ...staff.mounted, ...support.mounted];
    const turns = createWorkLoop(store, "arrival", assistant.handle, log);
    const timers = createWorkLoop(store, "timer", assistant.fireTimers, log);
    const deliverer = createDeliverer({
      store,
      ...metered(channels, staff.desk, meter),
      supports: new Map([...support.supports].map(([id, one]) => [id, meteredSupport(one, meter)])),
      log,
      wake: (afterMs) => deliveries.wake(afterMs),
    });
    const deliveries = createWorkLoop(store, "delivery", deliverer.takeUp, log);
    const server = createServer({
      routes: served.flatMap(({ routes }) => routes),
      sockets: served.flatMap(({ sockets }) => sockets),
      files: served.flatMap(({ files }) => files),
      watch: [
        metricsRoute({
          prometheus: meter,
          figures: store.figures,
          held: heldOf(channels),
          deskStoppedSeconds: () => secondsSince(alarm.stoppedSince(), parts.now()),
          ...tokenOf(config),
        }),
      ],
      ready: () => answers(store),
      meter,
      trustProxy: config.TRUST_PROXY === "yes",
      ...(config.PUBLIC_URL === undefined ? {} : { hosts: [new URL(config.PUBLIC_URL).host] }),
      log,
    });
    return {
      deskPassword,
      start: async () => {
        turns.start();
        timers.start();
        deliveries.start();
        const address = await server.listen(config.PORT, config.HOST);
        await staff.start();
        alarm.start();
        return address;
      },
      stop: async () => {
        await server.close();
        await staff.stop();
        await timers.stop();
        await turns.stop();
        await deliveries.stop();
        await deliverer.finish();
        await alarm.stop();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

const metered = (channels: ReadonlyMap<string, Channel>, desk: Desk, meter: Meter) => ({
  channels: new Map([...channels].map(([id, channel]) => [id, meteredChannel(channel, meter)])),
  desk: meteredDesk(desk, meter),
});

const heldOf = (channels: ReadonlyMap<string, Channel>) =>
  new Set([...channels.values()].filter(waitsForCustomer).map(({ id }) => id));

const tokenOf = ({ METRICS_TOKEN: token }: Config) => (token === undefined ? {} : { token });

const secondsSince = (since: Instant | undefined, now: Instant): number =>
  since === undefined ? 0 : Math.max(1, (Date.parse(now) - Date.parse(since)) / 1_000);

const answers = (store: Store): Promise<boolean> =>
  store.cases(1).then(
    () => true,
    () => false,
  );
