import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSqlite } from "../../src/store/open-sqlite.ts";
import { manualClock } from "../contract/manual-clock.ts";
import { undoContract } from "../contract/undo.contract.ts";

undoContract("SQLite in a folder", async () => {
  const folder = await mkdtemp(join(tmpdir(), "ansim-undo-"));
  const clock = manualClock();
  const open = () => openSqlite({ folder, clock });
  let store = await open();
  return {
    clock,
    store,
    reopen: async () => {
      await store.close();
      store = await open();
      return store;
    },
    dispose: async () => {
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
});
