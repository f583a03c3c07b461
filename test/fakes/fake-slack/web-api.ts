import { type FarReply, type FarRequest, tooMany } from "../far-server.ts";
import { type Fault, isAmbiguous } from "../fault-plan.ts";
import type { Json } from "./json.ts";
import type { MethodParts, MethodResult, Refusal } from "./method.ts";
import { METHODS } from "./methods.ts";
import { readCall } from "./read-call.ts";

/** One call of the Web API as the fake saw it. */
export interface LoggedCall {
  readonly atMs: number;
  readonly method: string;
  readonly given: Json;
  readonly fault: Fault["kind"];
  /** The caller cannot know what was done. */
  readonly ambiguous: boolean;
  /** Absent when nothing was done. */
  readonly result?: MethodResult;
}

export interface WebApiParts extends MethodParts {
  readonly botToken: string;
}

/** Slack's Web API: checks the token, runs the method, and keeps a log of all calls. */
export interface WebApi {
  readonly calls: readonly LoggedCall[];
  answer(request: FarRequest, fault: Fault): FarReply;
  /** A call that a fault kept from having any effect. */
  missed(request: FarRequest, fault: Fault): void;
  revoke(): void;
  /** From now on calls for which this names an error are refused with it; none when absent. */
  refuse(why?: RefuseCall): void;
}

/** Slack's word for "no"; undefined when the call is taken. */
export type RefuseCall = (method: string, given: Json) => string | undefined;

/** The method that is called; undefined when the request is not for the Web API. */
export const methodOf = ({ path }: FarRequest): string | undefined =>
  path.startsWith("/api/") ? path.slice("/api/".length) : undefined;

export function createWebApi(parts: WebApiParts): WebApi {
  const calls: LoggedCall[] = [];
  let revoked = false;
  let refusal: RefuseCall | undefined;
  const note = (request: FarRequest, fault: Fault, result?: MethodResult): void => {
    const logged: LoggedCall = {
      atMs: parts.nowMs(),
      method: methodOf(request) ?? "",
      given: readCall(request).given,
      fault: fault.kind,
      ambiguous: isAmbiguous(fault),
    };
    calls.push(result === undefined ? logged : { ...logged, result });
  };
  return {
    calls,
    answer: (request, fault) => {
      const word = revoked ? "token_revoked" : refusal?.(methodOf(request) ?? "", readCall(request).given);
      const result: MethodResult = word === undefined ? run(request, parts) : { ok: false, error: word };
      note(request, fault, result);
      return replyOf(result);
    },
    missed: note,
    revoke: () => {
      revoked = true;
    },
    refuse: (why) => {
      refusal = why;
    },
  };
}

function run(request: FarRequest, parts: WebApiParts): MethodResult {
  const { token, given, unreadable } = readCall(request);
  if (token === undefined) return { ok: false, error: "not_authed" };
  if (token !== parts.botToken) return { ok: false, error: "invalid_auth" };
  const method = METHODS[methodOf(request) ?? ""];
  if (method === undefined) return { ok: false, error: "unknown_method" };
  if (unreadable.length > 0) {
    return { ok: false, error: unreadable.includes("blocks") ? "invalid_blocks_format" : "invalid_arguments" };
  }
  return method(given, parts);
}

function replyOf(result: MethodResult): FarReply {
  if (result.ok) return { status: 200, body: result };
  const { error, faults, retryAfterS } = result as Refusal;
  if (retryAfterS !== undefined) return tooMany(retryAfterS);
  const messages = faults?.map((fault) => `[ERROR] ${fault}`);
  const why = messages === undefined ? {} : { errors: messages, response_metadata: { messages } };
  return { status: 200, body: { ok: false, error, ...why } };
}
