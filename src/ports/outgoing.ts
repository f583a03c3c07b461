/** One call to a far end over https. */
export interface OutgoingCall {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** For the whole call; 5 s when absent. */
  readonly timeoutMs?: number;
}

/**
 * What came of a call. `not-sent`: certainly nothing arrived (forbidden address, no connection). `in-doubt`: it was written
 * and no whole answer came back, so it may have been done.
 */
export type OutgoingResult =
  | {
      readonly kind: "answered";
      readonly status: number;
      /** Lower-case names. */
      readonly headers: Readonly<Record<string, string | undefined>>;
      readonly body: string;
    }
  | { readonly kind: "not-sent"; readonly why: string }
  | { readonly kind: "in-doubt"; readonly why: string };

/** Calls a far end that is on the list of allowed hosts; never throws, follows no redirect, reads a bounded answer. @public */
export type Outgoing = (call: OutgoingCall) => Promise<OutgoingResult>;
