import Agent from "undici/lib/dispatcher/agent.js";
import type { Outgoing } from "../ports/outgoing.ts";
import { type AllowedHosts, allowedUrl } from "./allowed-url.ts";
import { type LookUpAll, publicLookup } from "./public-lookup.ts";
import { takeAnswer } from "./take-answer.ts";

export interface OutgoingRules extends AllowedHosts {
  /** For the connection with its handshake; 3 s when absent. */
  readonly connectTimeoutMs?: number;
  /** From the call to the writing of its request; 3 s when absent. */
  readonly startWithinMs?: number;
  /** To one far end at once; 64 when absent. */
  readonly connections?: number;
  /** Longest answer; 64 KiB when absent. */
  readonly maxAnswerBytes?: number;
  /** Instead of the system's name resolution. */
  readonly lookUpAll?: LookUpAll;
}

const CONNECT_MS = 3_000;
/** With what passes between a claim and its call, less than the time for which the lane of a dead sender waits. */
const START_MS = 3_000;
const WHOLE_CALL_MS = 5_000;
const MAX_ANSWER_BYTES = 64 * 1024;
/** What is beyond waits, and its time runs. */
const CONNECTIONS = 64;

/**
 * Calls to far ends: only over https, only to allowed hosts at public addresses, without following redirects, within a time
 * and a size. Connections are kept and shared; idle ones do not hold the process.
 */
export function createOutgoing(rules: OutgoingRules): Outgoing {
  const maxBytes = rules.maxAnswerBytes ?? MAX_ANSWER_BYTES;
  const agent = new Agent({
    connections: rules.connections ?? CONNECTIONS,
    pipelining: 1,
    allowH2: false,
    // The time of the whole call counts instead.
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: {
      timeout: rules.connectTimeoutMs ?? CONNECT_MS,
      lookup: publicLookup(rules.loopback ?? false, rules.lookUpAll),
    },
  });
  return (call) => {
    const url = allowedUrl(call.url, rules);
    if (url.kind === "forbidden") return Promise.resolve({ kind: "not-sent", why: url.why });
    const { method, headers, body } = call;
    const timeoutMs = call.timeoutMs ?? WHOLE_CALL_MS;
    const limits = { timeoutMs, startWithinMs: rules.startWithinMs ?? START_MS, maxBytes };
    return new Promise((resolve) => {
      agent.dispatch(
        { origin: url.origin, path: url.path, method, headers: { ...headers }, body: body ?? null },
        takeAnswer(limits, resolve),
      );
    });
  };
}
