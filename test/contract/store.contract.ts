import { describe } from "vitest";
import { describeBudgets } from "./store-budgets.ts";
import { describeCases } from "./store-cases.ts";
import { describeCollect } from "./store-collect.ts";
import { describeDeliveries } from "./store-deliveries.ts";
import { describeDeskFaults } from "./store-desk-faults.ts";
import { describeDeskNews } from "./store-desk-news.ts";
import { describeDoubt } from "./store-doubt.ts";
import { describeErasures } from "./store-erasures.ts";
import { describeFigures } from "./store-figures.ts";
import type { OpenStore } from "./store-fixtures.ts";
import { describeInbox } from "./store-inbox.ts";
import { describeOrder } from "./store-order.ts";
import { describePlaces } from "./store-places.ts";
import { describePresences } from "./store-presences.ts";
import { describeReviews } from "./store-reviews.ts";
import { describeSupport } from "./store-support.ts";
import { describeSwitches } from "./store-switches.ts";
import { describeTimers } from "./store-timers.ts";
import { describeTurns } from "./store-turns.ts";
import { describeUndelivered } from "./store-undelivered.ts";

/** Everything that any store must do, whatever it is built on. */
export function storeContract(name: string, open: OpenStore): void {
  describe(`store contract: ${name}`, () => {
    describeInbox(open);
    describeTurns(open);
    describeCases(open);
    describeDeliveries(open);
    describeCollect(open);
    describeDoubt(open);
    describeBudgets(open);
    describeUndelivered(open);
    describeDeskNews(open);
    describePlaces(open);
    describePresences(open);
    describeDeskFaults(open);
    describeReviews(open);
    describeOrder(open);
    describeFigures(open);
    describeSwitches(open);
    describeTimers(open);
    describeErasures(open);
    describeSupport(open);
  });
}
