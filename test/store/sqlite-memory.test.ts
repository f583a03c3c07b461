import { openSqlite } from "../../src/store/open-sqlite.ts";
import { manualClock } from "../contract/manual-clock.ts";
import { storeContract } from "../contract/store.contract.ts";
import { LEASE_MS, SENDING_MS } from "../contract/store-fixtures.ts";

storeContract("SQLite in memory", async () => {
  const clock = manualClock();
  const store = await openSqlite({ folder: ":memory:", clock, leaseMs: LEASE_MS, sendingMs: SENDING_MS });
  return { clock, store, dispose: () => store.close() };
});
