import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { newConversation } from "../../src/core/conversation.ts";
import type { Store, TurnRecord } from "../../src/ports/store.ts";
import { openAudits } from "../../src/store/open-audits.ts";
import { openSqlite } from "../../src/store/open-sqlite.ts";
import { openPostgresAudits } from "../../src/store/postgres/open-postgres-audits.ts";
import { manualClock } from "../contract/manual-clock.ts";
import { arrival, mustLease, turn } from "../contract/store-fixtures.ts";
import { hasPostgres, newSchema } from "./new-schema.ts";

/** Enough of a record to be told from another; what is in it is not the store's affair. */
const recordOf = (name: string) =>
  ({ hash: name, why: "\u0000 가" }) as unknown as NonNullable<TurnRecord["audit"]>[number];

async function decide(store: Store): Promise<void> {
  for (const [n, id] of ["c2", "가", "C1", "c2", "c1"].entries()) {
    const { seq } = await store.accept(arrival(id, `m${n}`));
    const lease = await mustLease(store);
    const last = `${id}-${n}`;
    const audit = n === 4 ? {} : { audit: [recordOf(last), recordOf(`${last} too`)] };
    const state = { ...newConversation("ko"), ...(n === 4 ? {} : { audit: { last, learnedAt: {} } }) };
    await store.commit(lease, turn(seq, [], { state, record: { ...turn(seq).record, ...audit } }));
    await store.release(lease);
  }
  await store.accept(arrival("waits", "m9"));
}

describe.skipIf(!hasPostgres())("the decisions on record", () => {
  it("are read from PostgreSQL as from SQLite", async () => {
    const folder = await mkdtemp(join(tmpdir(), "ansim-audits-"));
    const schema = await newSchema();
    const [there, here] = [await schema.open(), await openSqlite({ folder, clock: manualClock() })];
    await decide(there);
    await decide(here);
    const [stored, embedded] = [await openPostgresAudits(schema.url), await openAudits(folder)];
    const all = [...stored.all()];
    expect(all).toEqual([...embedded.all()]);
    expect(all.map(({ conversation, turns }) => [conversation, turns.length])).toEqual([
      ["C1", 1],
      ["c1", 0],
      ["c2", 2],
      ["waits", 0],
      ["가", 1],
    ]);
    embedded.close();
    await Promise.all([there.close(), here.close()]);
    await schema.drop();
    await rm(folder, { recursive: true, force: true });
  });

  it("are missed with a word when there is no database", async () => {
    await expect(openPostgresAudits("postgres://u:sesame@127.0.0.1:1/none")).rejects.toMatchObject({
      code: "STORE_UNAVAILABLE",
      message: expect.not.stringContaining("sesame"),
    });
  });
});
