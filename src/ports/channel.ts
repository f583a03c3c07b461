import type { ConversationId } from "../core/ids.ts";
import type { SendResult } from "./delivery.ts";
import type { LogEntry } from "./log-entry.ts";
import type { Reach } from "./reach.ts";

/** What a way to the customer can do; the desk and the words go by it. */
export interface ChannelAbilities {
  /**
   * Whether words can be sent when the customer has not just written: `windowed` for a while after that only; `none`:
   * they wait for the customer's next message.
   */
  readonly push: "free" | "paid" | "windowed" | "none";
  /** Buttons under one message; 0 where there are none and choices are listed in the text. */
  readonly buttons: number;
  readonly cards: boolean;
  /** Longest text of one message, in UTF-16 units or letters, whichever the channel counts more strictly. */
  readonly textLength: number;
  /** Whether a message that was sent can be changed or taken back. */
  readonly edit: boolean;
  readonly files: boolean;
  /** Whoever writes there has proved to be the customer of that name; none of ours does today. */
  readonly verifiesIdentity?: true;
}

/** Words of the bot or of an agent on their way to one customer. */
export interface Letter {
  /** Names the delivery; the same for every attempt. */
  readonly id: number;
  readonly conversation: ConversationId;
  /** As the channel's arrivals gave it. */
  readonly address?: string;
  readonly attempts: number;
  readonly entry: LogEntry;
}

/** A way to the customer. */
export interface Channel {
  readonly id: string;
  readonly can: ChannelAbilities;
  readonly reach: Reach<Letter>;
  /** Told when words wait that the customer did not just ask for, as far as nobody can push to this channel. A hint only. */
  readonly waits?: (conversation: ConversationId) => void;
  /** Must not throw for what the far end does. */
  send(letter: Letter): Promise<SendResult>;
}

/** Nobody can push to it: words wait until the customer writes, and the channel collects them. */
export const waitsForCustomer = ({ can }: Channel): boolean => can.push === "none";
