import type { DeskNews, SendResult } from "./delivery.ts";
import type { Reach } from "./reach.ts";

/** News on their way to staff. */
export interface DeskPost {
  /** Names the delivery; the same for every attempt. */
  readonly id: number;
  /** 1 at the first. */
  readonly attempts: number;
  readonly news: DeskNews;
}

/** Where staff work. */
export interface Desk {
  readonly id: string;
  readonly reach: Reach<DeskPost>;
  /** Must not throw for what the far end does. */
  send(post: DeskPost): Promise<SendResult>;
}
