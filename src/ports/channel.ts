import type { SendResult } from "./delivery.ts";
import type { LogEntry } from "./log-entry.ts";

/** A way to the customer. */
export interface Channel {
  readonly id: string;
  /** Sends words of the bot or of an agent; must not throw for what the far end does. */
  send(entry: LogEntry): Promise<SendResult>;
}
