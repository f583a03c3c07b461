import { describe, expect, it } from "vitest";
import { CONVERSATION_TABLES } from "../../src/store/conversation-tables.ts";
import { hasPostgres, newSchema } from "./new-schema.ts";

describe.skipIf(!hasPostgres())("erasing on PostgreSQL", () => {
  it("knows every table that belongs to a conversation", async () => {
    const schema = await newSchema();
    const store = await schema.open();
    const rows = await schema.query(
      `SELECT table_name FROM information_schema.columns
       WHERE table_schema = current_schema() AND column_name = 'conversation'`,
    );
    expect(rows.map(({ table_name: name }) => name).sort()).toEqual([...CONVERSATION_TABLES].sort());
    await store.close();
    await schema.drop();
  });
});
