import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSqlite } from "../../src/store/open-sqlite.ts";
import { manualClock } from "../contract/manual-clock.ts";
import { storeContract } from "../contract/store.contract.ts";
import { LEASE_MS, SENDING_MS } from "../contract/store-fixtures.ts";

storeContract("SQLite in a folder", async () => {
  const folder = await mkdtemp(join(tmpdir(), "ansim-store-"));
  const clock = manualClock();
  const open = () => openSqlite({ folder, clock, leaseMs: LEASE_MS, sendingMs: SENDING_MS });
  const store = await open();
  let newest = store;
  return {
    clock,
    store,
    reopen: async () => {
      await newest.close();
      newest = await open();
      return newest;
    },
    dispose: async () => {
      await newest.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
});
