import type { CaseId } from "../../core/ids.ts";
import type { Store } from "../../ports/store.ts";
import { isPlaceIn } from "./thread.ts";

/** More open cases than that are found at their next change. */
const MOST_CASES = 20_000;

/**
 * After a start: open cases that do not stand in the channel that is set now are looked at again, oldest first, and so get a card
 * there. What is posted keeps to the pace of all posts.
 */
export async function tellOfMoved(
  store: Pick<Store, "cases" | "placeOf" | "tellDesk">,
  where: { readonly team?: string | undefined; readonly channel: string },
): Promise<number> {
  const open = (await store.cases(MOST_CASES)).filter(({ status }) => status !== "closed");
  const moved: CaseId[] = [];
  for (const { id } of open) {
    const place = (await store.placeOf(id))?.place;
    if (place === undefined || !isPlaceIn(place, where)) moved.push(id);
  }
  if (moved.length > 0) await store.tellDesk(moved);
  return moved.length;
}
