import type { Json } from "./json.ts";
import type { Workspace } from "./workspace.ts";

/** Arguments of a call; those that are lists or objects are read from their JSON already. */
export type Arguments = Json;

export interface MethodParts {
  readonly workspace: Workspace;
  readonly nowMs: () => number;
  /** Undefined when a post to the channel is allowed now, else seconds to wait. */
  readonly waitToPost: (channel: string) => number | undefined;
}

/** `ok: false` with an error's name is how Slack refuses, with status 200. */
export type MethodReply = { readonly ok: true } & Json;

export type MethodResult = MethodReply | Refusal;

export interface Refusal {
  readonly ok: false;
  readonly error: string;
  /** What is wrong with blocks or a view, one by one. */
  readonly faults?: readonly string[];
  readonly retryAfterS?: number;
}

/** One method of the Web API. */
export type Method = (given: Arguments, parts: MethodParts) => MethodResult;

export const refused = (error: string, faults?: readonly string[]): MethodResult =>
  faults === undefined ? { ok: false, error } : { ok: false, error, faults };

export const text = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;

export const isTrue = (value: unknown): boolean => value === true || value === "true" || value === "1" || value === 1;
