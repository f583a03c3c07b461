import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { conversationId } from "../../src/core/ids.ts";
import type { SharedStore } from "../../src/store/postgres/open-postgres.ts";
import {
  arrival,
  botSays,
  caseOf,
  converse,
  mustLease,
  NOTHING,
  said,
  turn,
  wants,
} from "../contract/store-fixtures.ts";
import { hasPostgres, newSchema, type TestSchema } from "./new-schema.ts";

const ODD = 'a\u0000b \ud800 \udfff {"} \\u0000 \\ NULL ,;$1 \u202e ㅠㅠ';

describe.skipIf(!hasPostgres())("texts that PostgreSQL has no place for", () => {
  let schema: TestSchema;
  let store: SharedStore;
  beforeEach(async () => {
    schema = await newSchema();
    store = await schema.open();
  });
  afterEach(async () => {
    await store.close();
    await schema.drop();
  });

  it("come back as they were, from customer, bot, state and case", async () => {
    await store.accept(arrival("c1", ODD, said(ODD)));
    const lease = await mustLease(store);
    expect(lease.pending[0]?.activity).toMatchObject({ text: ODD });
    const state = { ...turn(1).state, lastSaid: [{ kind: "text", key: ODD, params: {}, buttons: [] }] } as const;
    const opened = caseOf("k1", "c1", { language: ODD });
    await store.commit(lease, turn(1, [], { state, case: opened, log: [botSays(ODD)], deliveries: [] }));
    const [words, answer] = await store.entries(conversationId("c1"), 0);
    expect([words?.body, answer?.body]).toMatchObject([{ text: ODD }, { said: { text: ODD } }]);
    expect((await store.conversation(conversationId("c1")))?.state).toEqual(state);
    expect(await store.cases(1)).toEqual([opened]);
  });

  it("do not keep a delivery from being settled", async () => {
    await converse(store, "c1", "m1", ["1", "2"]);
    for (const result of [{ kind: "sent", farId: ODD } as const, { kind: "refused", why: ODD } as const]) {
      const [due] = await store.claimDeliveries(wants(1));
      await store.settleDelivery(due ?? NOTHING, result);
    }
    expect(await schema.query("SELECT state FROM outbox ORDER BY id")).toEqual([{ state: "sent" }, { state: "dead" }]);
  });

  it("may be long, keys included", async () => {
    const long = "가".repeat(100_000);
    expect((await store.accept(arrival("c1", long, said(long)))).kind).toBe("accepted");
    expect((await store.accept(arrival("c1", long, said(long)))).kind).toBe("duplicate");
    expect((await mustLease(store)).pending[0]?.activity).toMatchObject({ text: long });
  });
});
