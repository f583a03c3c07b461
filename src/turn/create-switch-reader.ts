import type { Switches } from "../core/switch.ts";
import type { Store } from "../ports/store.ts";

/** The switches as this process knows them. They may be old: a turn that was decided on old ones is refused at its commit. */
export interface SwitchReader {
  read(): Promise<Switches>;
  /** Looks anew. */
  refresh(): Promise<Switches>;
}

/** Read once from the store, and again only when a commit says that they have changed: a turn costs no question. */
export function createSwitchReader(store: Pick<Store, "switches">): SwitchReader {
  let known: Promise<Switches> | undefined;
  const refresh = (): Promise<Switches> => {
    const asked = store.switches();
    known = asked;
    // A question that failed is asked anew by the next turn.
    asked.catch(() => {
      if (known === asked) known = undefined;
    });
    return asked;
  };
  return { read: () => known ?? refresh(), refresh };
}
