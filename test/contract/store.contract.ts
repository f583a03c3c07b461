import { describe } from "vitest";
import { describeCases } from "./store-cases.ts";
import { describeDeliveries } from "./store-deliveries.ts";
import type { OpenStore } from "./store-fixtures.ts";
import { describeInbox } from "./store-inbox.ts";
import { describePlaces } from "./store-places.ts";
import { describeReviews } from "./store-reviews.ts";
import { describeTurns } from "./store-turns.ts";

/** Everything that any store must do, whatever it is built on. */
export function storeContract(name: string, open: OpenStore): void {
  describe(`store contract: ${name}`, () => {
    describeInbox(open);
    describeTurns(open);
    describeCases(open);
    describeDeliveries(open);
    describePlaces(open);
    describeReviews(open);
  });
}
