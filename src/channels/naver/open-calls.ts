import type { ConversationId } from "../../core/ids.ts";
import type { NaverContent } from "./render.ts";

/** How putting words into the answer of a webhook ended. `silent`: nobody said, so they may be there. */
export type Written = "written" | "broken" | "silent";

/** Words for the answer of a webhook; `done` tells whether the answer was written. */
export interface Offered {
  readonly content: NaverContent;
  readonly done: (written: boolean) => void;
}

/** A webhook that has not been answered yet. */
export interface OpenCall {
  /** The first words for its customer, if they come in time. */
  words(): Promise<Offered | undefined>;
  /** Takes no words any more; those that came and were not asked for go elsewhere. */
  close(): void;
}

/** The webhooks that this process has not answered yet, one of each customer, into whose answer words can be put. */
export interface OpenCalls {
  /**
   * To be opened before the message is stored, so that no turn is too fast for it. Closes by itself when its time is up; is
   * closed already when another one of this customer is open.
   */
  open(conversation: ConversationId, patienceMs: number): OpenCall;
  /** Undefined when no webhook of this customer is open here. */
  offer(conversation: ConversationId, content: NaverContent): Promise<Written> | undefined;
}

const ANSWER_MS = 5_000;

const CLOSED: OpenCall = { words: async () => undefined, close: () => undefined };

export function createOpenCalls(): OpenCalls {
  const open = new Map<ConversationId, (offered: Offered) => void>();
  return {
    open: (conversation, patienceMs) => {
      if (open.has(conversation)) return CLOSED;
      const { offered, take, stop } = waitForWords(patienceMs, () => open.delete(conversation));
      open.set(conversation, take);
      let end: "asked" | "closed" | undefined;
      return {
        words: async () => {
          if (end === "closed") return undefined;
          end = "asked";
          return offered;
        },
        close: () => {
          stop();
          if (end !== undefined) return;
          end = "closed";
          void offered.then((words) => words?.done(false));
        },
      };
    },
    offer: (conversation, content) => {
      const take = open.get(conversation);
      if (take === undefined) return undefined;
      return new Promise((resolve) => {
        const timer = setTimeout(() => resolve("silent"), ANSWER_MS);
        const done = (written: boolean): void => {
          clearTimeout(timer);
          resolve(written ? "written" : "broken");
        };
        take({ content, done });
      });
    },
  };
}

/** Resolves to the first words that are taken, or to nothing when the time is up or it is stopped; then tells that it is over. */
function waitForWords(patienceMs: number, over: () => void) {
  let settle: (offered: Offered | undefined) => void = () => undefined;
  const offered = new Promise<Offered | undefined>((resolve) => {
    settle = resolve;
  });
  let isOver = false;
  const finish = (words?: Offered): void => {
    if (isOver) return;
    isOver = true;
    clearTimeout(timer);
    over();
    settle(words);
  };
  const timer = setTimeout(finish, patienceMs);
  return { offered, take: (words: Offered) => finish(words), stop: () => finish() };
}
