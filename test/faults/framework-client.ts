import { createRequire } from "node:module";
import { join } from "node:path";
import { installed } from "../setup/installed.ts";

const ONLINE = 2;
const POLL_MS = 500;

/** What this test reads of the client's activities. */
interface ClientActivity {
  readonly id?: string;
  readonly type: string;
  readonly text?: string;
  readonly from: { readonly id: string; readonly role?: string };
}

interface Subscribable<T> {
  subscribe(next: (value: T) => void, error?: (error: unknown) => void): { unsubscribe(): void };
}

interface DirectLineClient {
  readonly activity$: Subscribable<ClientActivity>;
  readonly connectionStatus$: Subscribable<number>;
  postActivity(activity: object): Subscribable<string>;
  end(): void;
}

interface Options {
  readonly domain: string;
  readonly token: string;
  readonly webSocket: boolean;
  readonly pollingInterval: number;
}

interface OpenSocket {
  terminate(): void;
  on(event: "close" | "error", listener: () => void): void;
}

/** Bot Framework's own client, `botframework-directlinejs`, in Node. */
export interface FrameworkClient {
  /** Every message heard so far, as often as it was heard, by everyone. */
  readonly heard: readonly ClientActivity[];
  /** Resolves to the server's id of the message, or undefined when the client gave up. */
  say(text: string, clientId: string): Promise<string | undefined>;
  online(): boolean;
  /** Ends the connection as a lost network would. */
  cutSockets(): void;
  end(): void;
}

/** Opens a conversation as a page would; `webSocket` false polls. */
export async function openFrameworkClient(address: string, webSocket: boolean): Promise<FrameworkClient> {
  const { DirectLine, sockets } = load();
  const session = await fetch(`${address}/web-chat/session`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: address },
    body: JSON.stringify({ locale: "ko-KR" }),
  });
  const { token } = (await session.json()) as { token: string };
  const domain = `${address}/v3/directline`;
  const client = new DirectLine({ domain, token, webSocket, pollingInterval: POLL_MS });
  const heard: ClientActivity[] = [];
  let status = 0;
  client.connectionStatus$.subscribe((now) => {
    status = now;
  });
  client.activity$.subscribe(
    (activity) => activity.type === "message" && heard.push(activity),
    () => undefined,
  );
  return {
    heard,
    say: (text, clientId) => {
      const activity = { type: "message", text, from: { id: "me" }, channelData: { clientActivityID: clientId } };
      return new Promise((resolve) => {
        client.postActivity(activity).subscribe(
          (id) => resolve(id === "retry" ? undefined : id),
          () => resolve(undefined),
        );
      });
    },
    online: () => status === ONLINE,
    cutSockets: () => {
      for (const socket of sockets) socket.terminate();
    },
    end: () => client.end(),
  };
}

let loaded: { DirectLine: new (options: Options) => DirectLineClient; sockets: Set<OpenSocket> } | undefined;

/** The client expects what a browser has: requests and sockets. */
function load() {
  if (loaded !== undefined) return loaded;
  const use = createRequire(join(installed("test/faults/direct-line-client"), "package.json"));
  const sockets = new Set<OpenSocket>();
  const { WebSocket: Base }: { WebSocket: new (url: string) => OpenSocket } = use("ws");
  class Tracked extends Base {
    constructor(url: string) {
      super(url);
      sockets.add(this);
      this.on("close", () => sockets.delete(this));
      // The client hears of it through `onerror`; without a listener the process would end.
      this.on("error", () => undefined);
    }
  }
  Object.assign(globalThis, { XMLHttpRequest: use("xhr2"), WebSocket: Tracked });
  loaded = { DirectLine: use("botframework-directlinejs").DirectLine, sockets };
  return loaded;
}
