import type { ConversationId } from "../../core/ids.ts";
import type { Store } from "../../ports/store.ts";

const FIRST_PAUSE_MS = 5;
const LONGEST_PAUSE_MS = 80;

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

/** What `work` resolves to, or what `late` makes when that takes longer; the work goes on. */
export async function within<T>(ms: number, work: Promise<T>, late: () => T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  try {
    return await Promise.race([work, over.then(late)]);
  } finally {
    clearTimeout(timer);
  }
}

/** Waits until the arrival has had its turn, in whatever process; false when it has not in `ms`. */
export async function awaitTurn(
  store: Pick<Store, "conversation">,
  conversation: ConversationId,
  seq: number,
  ms: number,
): Promise<boolean> {
  let left = ms;
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
    const found = await store.conversation(conversation);
    if (found !== undefined && found.handledSeq >= seq) return true;
    if (left <= 0) return false;
    await pause(Math.min(pauseMs, left));
    left -= pauseMs;
  }
}
