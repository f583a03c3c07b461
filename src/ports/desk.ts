import type { DeskNews, SendResult } from "./delivery.ts";

/** Where staff work. */
export interface Desk {
  readonly id: string;
  send(news: DeskNews): Promise<SendResult>;
}
