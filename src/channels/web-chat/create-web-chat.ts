import type { Channel } from "../../ports/channel.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Intake } from "../../ports/intake.ts";
import type { Log } from "../../ports/log.ts";
import type { NewId } from "../../ports/new-id.ts";
import type { Store } from "../../ports/store.ts";
import type { Mounted } from "../../ports/web.ts";
import { activityRoutes } from "./activity-routes.ts";
import { conversationRoutes } from "./conversation-routes.ts";
import { type Bundle, obtainBundle } from "./obtain-bundle.ts";
import { streamRoute } from "./open-stream.ts";
import { bundlePath, pageFiles, readPage } from "./page-files.ts";
import { pageRoute } from "./page-route.ts";
import { sessionRoutes } from "./session-routes.ts";
import { createStreams } from "./streams.ts";
import { tokenRoutes } from "./token-routes.ts";
import { createTokens } from "./tokens.ts";
import { transcriptRoute } from "./transcript-route.ts";
import { webChatChannel } from "./web-chat-channel.ts";

export interface WebChatOptions {
  readonly store: Pick<Store, "entries" | "conversation" | "onNews">;
  /** Masks what must never be stored; this channel hands the words over as they came. */
  readonly intake: Intake;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly log: Log;
  /** Signs tokens; at least 32 bytes, and the same after a restart. */
  readonly key: Uint8Array;
  /** The project's folder: page files, node_modules and cache are under it. */
  readonly root: string;
  /** Lets a company's own server ask for tokens; off when absent. */
  readonly secret?: string;
  /** Address under which browsers see this server, when a proxy hides it. */
  readonly publicUrl?: string;
  readonly obtain?: (root: string) => Promise<Bundle>;
}

export interface WebChat extends Mounted {
  readonly channel: Channel;
}

/** The web chat: Direct Line 3.0 end points and the customer page. Throws AppError WEB_CHAT_MISSING. */
export const createWebChat = async (options: WebChatOptions): Promise<WebChat> => {
  const { store, intake, newId, log, root } = options;
  const bundle = await (options.obtain ?? obtainBundle)(root);
  const tokens = createTokens(options.key, options.clock);
  const streams = createStreams();
  store.onNews((news) => {
    if (news.kind === "entries") streams.wake(news.conversation);
    if (news.kind === "missed") streams.wakeAll();
  });
  const html = await readPage(root);
  return {
    channel: webChatChannel(streams),
    routes: [
      pageRoute(html, bundlePath(bundle), newId),
      ...sessionRoutes(tokens, newId),
      ...tokenRoutes({ tokens, newId, secret: options.secret }),
      ...conversationRoutes({ store, intake, tokens, publicUrl: options.publicUrl }),
      ...activityRoutes({ store, intake, newId, tokens, streams }),
      transcriptRoute({ store, tokens, clock: options.clock }),
    ],
    sockets: [streamRoute({ store, tokens, streams, log })],
    files: await pageFiles(root, bundle),
  };
};
