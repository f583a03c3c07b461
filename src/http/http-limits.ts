/** Bounds of the server; beyond each it refuses, so that a flood costs others little and memory stays bounded. */
export const HTTP_LIMITS = {
  connections: 10_000,
  /** Connections that the system keeps until the process takes them; beyond it, callers wait for seconds before they try again. */
  backlog: 4_096,
  /** For the headers, and for the whole request. */
  requestMs: 10_000,
  keepAliveMs: 72_000,
  /** Requests that are being answered; health and metrics do not count. */
  requestsAtOnce: 1_024,
  /** Of a body that is read although there is too much to do, so that its sender gets a sentence. */
  busyBodyBytes: 16 * 1024,
  /** For an answer; channels whose far ends wait for the words themselves take up to ten seconds. */
  answerMs: 15_000,
  /** Of a body where the route does not say otherwise. */
  bodyBytes: 64 * 1024,
  sockets: 8_000,
  frameBytes: 16 * 1024,
  /** What may wait to be read at the other end of a socket. */
  socketBacklogBytes: 1024 * 1024,
  /** For `/readyz`. */
  readyMs: 1_000,
} as const;
