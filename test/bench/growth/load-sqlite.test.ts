import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openDriver } from "../../../src/store/open-driver.ts";
import { openSqlite } from "../../../src/store/open-sqlite.ts";
import { manualClock } from "../../contract/manual-clock.ts";
import { arrival, claimAll, mustLease, turn } from "../../contract/store-fixtures.ts";
import { loadSqlite } from "./load-sqlite.ts";
import { nthConversation, STORED } from "./stored-talk.ts";

const TABLES = ["conversation", "entry", "arrival", "turn", "outbox"];

async function rowsOf(folder: string) {
  const db = await openDriver(join(folder, "ansim.db"), { readOnly: true });
  const of = (table: string) => db.all(`SELECT * FROM ${table}`).map((row) => JSON.parse(JSON.stringify(row)));
  const rows = Object.fromEntries(TABLES.map((table) => [table, of(table)]));
  db.close();
  return rows;
}

it("fills a store with the very rows that turns leave behind", async () => {
  const folder = await mkdtemp(join(tmpdir(), "ansim-load-"));
  const [filled, real] = [join(folder, "filled"), join(folder, "real")];
  await mkdir(filled);
  await loadSqlite(filled, 1);
  const store = await openSqlite({ folder: real, clock: manualClock() });
  const id = nthConversation(0);
  const record = {
    outcome: "answered",
    contentHash: "hash",
    understanding: JSON.parse(STORED.understanding),
    basis: JSON.parse(STORED.basis),
  } as const;
  for (const seq of [1, 3, 5, 7]) {
    const said = JSON.parse(STORED.said);
    await store.accept({ ...arrival(id, `${seq}`, said), dedupeKey: `dl:${id}:${seq}` });
    const lease = await mustLease(store);
    const more = { log: [JSON.parse(STORED.bot)], state: JSON.parse(STORED.state), record };
    await store.commit(lease, turn(seq, [""], more));
    await store.release(lease);
    for (const delivery of await claimAll(store)) await store.settleDelivery(delivery, { kind: "sent" });
  }
  await store.close();
  expect(await rowsOf(filled)).toEqual(await rowsOf(real));
  await rm(folder, { recursive: true });
});
