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

/** The webhooks that this process has not answered yet, into whose answer words can be put. */
export interface OpenCalls {
  /** To be opened before the message is stored, so that no turn is too fast for it. Closes by itself when its time is up. */
  open(conversation: ConversationId, patienceMs: number): OpenCall;
  /** Undefined when no webhook of this customer is open here. */
  offer(conversation: ConversationId, content: NaverContent): Promise<Written> | undefined;
}

const ANSWER_MS = 5_000;

export function createOpenCalls(): OpenCalls {
  const open = new Map<ConversationId, ((offered: Offered | undefined) => void)[]>();
  return {
    open: (conversation, patienceMs) => {
      let settle: (offered: Offered | undefined) => void = () => undefined;
      let end: "asked" | "closed" | undefined;
      const offered = new Promise<Offered | undefined>((resolve) => {
        settle = resolve;
      });
      open.set(conversation, [...(open.get(conversation) ?? []), settle]);
      const close = (): void => {
        const left = open.get(conversation)?.filter((other) => other !== settle) ?? [];
        if (left.length === 0) open.delete(conversation);
        else open.set(conversation, left);
        clearTimeout(timer);
        // Whoever offered before that has won already.
        settle(undefined);
        if (end !== undefined) return;
        end = "closed";
        void offered.then((words) => words?.done(false));
      };
      const timer = setTimeout(close, patienceMs);
      return {
        close,
        words: () => {
          if (end === "closed") return Promise.resolve(undefined);
          end = "asked";
          return offered;
        },
      };
    },
    offer: (conversation, content) => {
      const [first, ...others] = open.get(conversation) ?? [];
      if (first === undefined) return undefined;
      if (others.length === 0) open.delete(conversation);
      else open.set(conversation, others);
      return new Promise((resolve) => {
        const timer = setTimeout(() => resolve("silent"), ANSWER_MS);
        first({
          content,
          done: (written) => {
            clearTimeout(timer);
            resolve(written ? "written" : "broken");
          },
        });
      });
    },
  };
}
