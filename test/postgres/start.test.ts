import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openPostgres } from "../../src/store/postgres/open-postgres.ts";
import { arrival } from "../contract/store-fixtures.ts";
import { createKeptLog } from "../http/create-kept-log.ts";
import { hasPostgres, newSchema, type TestSchema } from "./new-schema.ts";

describe.skipIf(!hasPostgres())("starting on PostgreSQL", () => {
  let schema: TestSchema;
  beforeEach(async () => {
    schema = await newSchema();
  });
  afterEach(() => schema.drop());

  it("makes the schema once when ten processes start together", async () => {
    const stores = await Promise.all(Array.from({ length: 10 }, () => schema.open()));
    const rows = await schema.query("SELECT version FROM schema_version ORDER BY version");
    expect(rows.length).toBeGreaterThan(1);
    expect(rows).toEqual(rows.map((_, index) => ({ version: index + 1 })));
    const accepted = await Promise.all(stores.map((store, i) => store.accept(arrival(`c${i}`, `m${i}`))));
    expect(accepted.map(({ kind }) => kind)).toEqual(stores.map(() => "accepted"));
    await Promise.all(stores.map((store) => store.close()));
    expect(await schema.query("SELECT id FROM worker")).toEqual([]);
  });

  it("refuses a database of a newer program", async () => {
    await (await schema.open()).close();
    await schema.query("INSERT INTO schema_version (version) VALUES (999)");
    await expect(schema.open()).rejects.toMatchObject({
      code: "STORE_UNAVAILABLE",
      message: expect.stringMatching(/newer version/),
    });
  });

  it("sends what a program of the version before, which knows no targets, puts in line", async () => {
    const store = await schema.open();
    await store.accept({ ...arrival("c1", "m1"), channel: "kakao" });
    await schema.query("INSERT INTO outbox (conversation, target, entry_seq) VALUES ('c1', 'channel', 1)");
    await schema.query("INSERT INTO outbox (conversation, target, news) VALUES ('c1', 'desk', '{}')");
    const rows = await schema.query("SELECT via FROM outbox ORDER BY id");
    await store.close();
    expect(rows).toEqual([{ via: "kakao" }, { via: "desk" }]);
  });

  it("leaves nothing of a step that fails", async () => {
    await schema.query("CREATE TABLE outbox (in_the_way integer)");
    await expect(schema.open()).rejects.toMatchObject({ code: "STORE_UNAVAILABLE" });
    expect(await schema.query("SELECT to_regclass('conversation') AS found")).toEqual([{ found: null }]);
  });

  it.each([
    "postgres://ansim:sesame@127.0.0.1:1/ansim",
    "postgres://ansim:sesame@127.0.0.1/ansim?port=1&password=sesame",
  ])("says which database it cannot reach, without the password: %s", async (url) => {
    const opening = openPostgres({ url, newId: () => "w1", log: createKeptLog() });
    const error: unknown = await opening.catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: "STORE_UNAVAILABLE" });
    const { message } = error as Error;
    expect(message).toContain("127.0.0.1");
    expect(message).toContain("DATABASE_URL");
    expect(message).not.toContain("sesame");
  });
});
