import { isNobodyThere } from "../ports/agent-presence.ts";
import type { Store } from "../ports/store.ts";
import type { ReadQueue } from "./turn-with.ts";

/** How the queue stands, and whether anybody is there to take it up. */
export const readQueueOf =
  (store: Pick<Store, "queue" | "presences">): ReadQueue =>
  async (since, recent) => {
    const [queue, presences] = await Promise.all([store.queue(since, recent), store.presences()]);
    return { ...queue, nobodyThere: isNobodyThere(presences) };
  };
