import type { ConversationId } from "../../core/ids.ts";
import type { Delivery, SendResult } from "../../ports/delivery.ts";
import type { Log } from "../../ports/log.ts";
import type { LogBody } from "../../ports/log-entry.ts";
import type { Store } from "../../ports/store.ts";

/** Words taken out of the mailbox of one customer; each must be settled, and the mailbox is shut for others until `shut`. */
export interface OpenMailbox {
  readonly letters: readonly Delivery[];
  /** Place in the log of the newest words that this process has shown to the customer; 0 when it knows of none. */
  readonly shownSeq: number;
  settle(letters: readonly Delivery[], result: SendResult): Promise<void>;
  shut(): void;
}

export type OpenTheMailbox = (conversation: ConversationId) => Promise<OpenMailbox>;

/** More than one answer can hold. */
const MOST = 20;
/** Customers beyond this are forgotten in the order in which they last read something. */
const MOST_REMEMBERED = 10_000;

/** The words of a letter. */
export const bodyOf = ({ cargo }: Delivery): readonly LogBody[] =>
  cargo.target === "channel" ? [cargo.entry.body] : [];

const seqOf = ({ cargo }: Delivery): number => (cargo.target === "channel" ? cargo.entry.seq : 0);

/** Remembers up to where each customer has been shown the conversation. */
function createShown() {
  const shown = new Map<ConversationId, number>();
  return {
    of: (conversation: ConversationId): number => shown.get(conversation) ?? 0,
    upTo: (conversation: ConversationId, seq: number): void => {
      const newest = Math.max(seq, shown.get(conversation) ?? 0);
      shown.delete(conversation);
      shown.set(conversation, newest);
      const oldest = shown.keys().next();
      if (shown.size > MOST_REMEMBERED && !oldest.done) shown.delete(oldest.value);
    },
  };
}

/** Hands out what waits for a customer to one answer at a time: two at once would tear a conversation apart. */
export function createMailboxes(store: Pick<Store, "collect" | "settleDelivery">, log: Log): OpenTheMailbox {
  const last = new Map<ConversationId, Promise<void>>();
  const shown = createShown();
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
        shownSeq: shown.of(conversation),
        settle: async (some, result) => {
          if (result.kind === "sent" && some.length > 0) shown.upTo(conversation, Math.max(...some.map(seqOf)));
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
