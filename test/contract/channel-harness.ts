import type { createOutgoing } from "../../src/outgoing/create-outgoing.ts";

/** One thing that the customer has been shown, by the bot or an agent. */
export interface Shown {
  readonly text: string;
  /** What can be pressed under it, as `press` takes it. */
  readonly buttons: readonly string[];
}

/** One customer of a channel, acting through the channel's own protocol. */
export interface ContractCustomer {
  /** Resolves when the channel has taken the message. */
  say(text: string): Promise<void>;
  /** Presses a button that was shown. */
  press(button: string): Promise<void>;
  /** One message that the far end brings twice, in the way in which it repeats itself. */
  sayTwice(text: string): Promise<void>;
  /** Two messages of which the second one arrives first, as far as the far end can do that. */
  sayOutOfOrder(first: string, second: string): Promise<void>;
  /** Everything shown so far, oldest first; may ask the channel for it. */
  shown(): Promise<readonly Shown[]>;
}

/** A request as it is sent, byte for byte. */
export interface RawRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** The channel under test on a running server. */
export interface OpenedChannel {
  customer(name: string): Promise<ContractCustomer>;
  /** The request that brings these bytes, with credentials that are right for exactly them. */
  request(body: Buffer): RawRequest;
  /** The same with credentials that are missing, wrong or another's, each with a name. */
  forged(body: Buffer): readonly (readonly [string, RawRequest])[];
  close(): Promise<void>;
}

/** What the suite must know of a channel. */
export interface ChannelHarness {
  readonly name: string;
  /** Settings that turn the channel on, beside those of the suite. */
  readonly settings: Readonly<Record<string, string>>;
  /** Stands in for the far ends that the channel calls. */
  readonly outgoing?: typeof createOutgoing;
  /** `none`: what agents say is shown with the customer's next message. */
  readonly push: "free" | "none";
  /** Whether the far end gives messages an id, so that the same request is known again at any later time. */
  readonly knowsReplays: boolean;
  /** Bodies of real requests, each of a shape of its own. */
  readonly payloads: readonly Buffer[];
  open(address: string): Promise<OpenedChannel>;
}
