import { AppError } from "../core/app-error.ts";
import { visibleToCustomer } from "../ports/log-entry.ts";
import type { TurnCommit } from "../ports/store.ts";

/** The last net under every turn: what is not for the customer's eyes is never queued for them. Throws GUARD_REFUSED. */
export function refuseWrongDeliveries({ deliveries, log }: TurnCommit): void {
  for (const delivery of deliveries) {
    if (delivery.target !== "channel") continue;
    const body = log[delivery.entry];
    if (body === undefined || !visibleToCustomer({ body })) {
      throw new AppError("GUARD_REFUSED", `Entry ${delivery.entry} of the turn is not for the customer.`);
    }
  }
}
