/** What a channel or desk hands to the HTTP server; it never sees the server's library. */
export interface WebRoute {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** With `:name` parameters: `/v3/directline/conversations/:id/activities`. */
  readonly path: string;
  /** Largest body in bytes; 64 KiB when absent. */
  readonly bodyLimit?: number;
  /**
   * True when few machines call for many customers, and the route itself checks who calls: the limit for each address
   * would then stop customers who have done nothing.
   */
  readonly forMany?: boolean;
  readonly handle: (request: WebRequest) => Promise<WebReply>;
  /**
   * What is answered when there is too much to do, where the far end never calls again and a refusal would be silence for a customer: at
   * once, and nothing is kept. Undefined for what must be handled even then. Without it such a request is refused.
   */
  readonly whenBusy?: (request: WebRequest) => WebReply | undefined;
}

export interface WebRequest {
  readonly method: string;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Raw bytes, for signatures; empty when there is no body. */
  readonly body: Buffer;
  /** Address of the caller, for limits. */
  readonly from: string;
}

/** An object body is sent as JSON. */
export interface WebReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer | object;
  /** Called once, when the answer has been handed to the network whole (`true`) or the caller was gone before that. */
  readonly onDone?: (written: boolean) => void;
}

/** A WebSocket end. `open` refuses by calling `socket.close` before it returns. */
export interface SocketRoute {
  readonly path: string;
  readonly open: (request: WebRequest, socket: Socket) => void;
}

export interface Socket {
  send(text: string): void;
  close(code: number, reason: string): void;
  onMessage(listener: (text: string) => void): void;
  onClose(listener: () => void): void;
}

/** What a channel or desk wants the server to serve. */
export interface Mounted {
  readonly routes: readonly WebRoute[];
  readonly sockets: readonly SocketRoute[];
  readonly files: readonly StaticFile[];
}

/** A folder or files served as they are. */
export interface StaticFile {
  /** `/web-chat.js` */
  readonly path: string;
  readonly contentType: string;
  readonly body: Buffer;
  /** Precompressed bodies by content coding (`br`, `gzip`). */
  readonly encoded?: Readonly<Record<string, Buffer>>;
  /** True when the name carries the content's hash, so that it may be cached for ever. */
  readonly immutable?: boolean;
}
