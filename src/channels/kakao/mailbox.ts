import type { ConversationId } from "../../core/ids.ts";
import type { Delivery, SendResult } from "../../ports/delivery.ts";
import type { Log } from "../../ports/log.ts";
import type { LogBody } from "../../ports/log-entry.ts";
import type { Store } from "../../ports/store.ts";

/** Words taken out of the mailbox of one customer; each must be settled, and the mailbox is shut for others until `shut`. */
export interface OpenMailbox {
  readonly letters: readonly Delivery[];
  settle(letters: readonly Delivery[], result: SendResult): Promise<void>;
  shut(): void;
}

export type OpenTheMailbox = (conversation: ConversationId) => Promise<OpenMailbox>;

/** More than one answer can hold. */
const MOST = 20;

/** The words of a letter. */
export const bodyOf = ({ cargo }: Delivery): readonly LogBody[] =>
  cargo.target === "channel" ? [cargo.entry.body] : [];

/** Hands out what waits for a customer to one answer at a time: two at once would tear a conversation apart. */
export function createMailboxes(store: Pick<Store, "collect" | "settleDelivery">, log: Log): OpenTheMailbox {
  const last = new Map<ConversationId, Promise<void>>();
  return async (conversation) => {
    const before = last.get(conversation);
    let shut = (): void => undefined;
    const isShut = new Promise<void>((resolve) => {
      shut = resolve;
    });
    last.set(conversation, isShut);
    void isShut.then(() => {
      if (last.get(conversation) === isShut) last.delete(conversation);
    });
    try {
      await before;
      const letters = await store.collect(conversation, MOST);
      return {
        letters,
        settle: async (some, result) => {
          await Promise.all(some.map((letter) => store.settleDelivery(letter, result))).catch(() =>
            log.error("kakao.not_settled", { letters: some.length, result: result.kind }),
          );
        },
        shut,
      };
    } catch (error) {
      shut();
      throw error;
    }
  };
}
