import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { conversationId } from "../../src/core/ids.ts";
import { CONVERSATION_TABLES } from "../../src/store/conversation-tables.ts";
import { openDriver } from "../../src/store/open-driver.ts";
import { openSqlite } from "../../src/store/open-sqlite.ts";
import { manualClock } from "../contract/manual-clock.ts";
import { arrival, mustLease, turn } from "../contract/store-fixtures.ts";

const SECRET = "비밀스러운말";
const understanding = { text: SECRET, language: "ko", segments: [], facts: [] };

/** Every table of the file with all that stands in it. */
async function tablesOf(folder: string) {
  const db = await openDriver(join(folder, "ansim.db"), { readOnly: true });
  const names = db
    .all("SELECT name FROM sqlite_master WHERE type = 'table'")
    .map((row) => String(Reflect.get(row, "name")));
  const tables = names.map((name) => ({
    name,
    columns: db.all(`PRAGMA table_info(${name})`).map((row) => String(Reflect.get(row, "name"))),
    rows: JSON.stringify(db.all(`SELECT * FROM ${name}`)),
  }));
  db.close();
  return tables;
}

it("leaves the words in no table, and knows every table that belongs to a conversation", async () => {
  const folder = await mkdtemp(join(tmpdir(), "ansim-erase-"));
  const store = await openSqlite({ folder, clock: manualClock() });
  await store.accept(arrival("c1", "m1", { kind: "said", text: SECRET, masked: 0, clientId: "x" }));
  const lease = await mustLease(store);
  const record = { outcome: "answered", contentHash: "h", basis: [], understanding } as never;
  await store.commit(lease, turn(1, ["답"], { record }));
  await store.release(lease);
  const telling = (await tablesOf(folder)).filter(({ rows }) => rows.includes(SECRET)).map(({ name }) => name);
  expect(telling.sort()).toEqual(["arrival", "entry", "turn"]);
  await store.erase(conversationId("c1"), "x");
  const tables = await tablesOf(folder);
  expect(tables.filter(({ rows }) => rows.includes(SECRET))).toEqual([]);
  const ofConversations = tables.filter(({ columns }) => columns.includes("conversation")).map(({ name }) => name);
  expect(ofConversations.sort()).toEqual([...CONVERSATION_TABLES].sort());
  await store.close();
  await rm(folder, { recursive: true });
});
