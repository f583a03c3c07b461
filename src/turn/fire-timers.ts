import type { Store } from "../ports/store.ts";

/** As many at a time as one transaction may hold. */
const AT_ONCE = 100;

const never = (): boolean => false;

/** Turns due timers into arrivals until none is due. */
export async function fireTimers(store: Store, stopped = never): Promise<void> {
  while (!stopped() && (await store.fireTimers(AT_ONCE)) === AT_ONCE);
}
