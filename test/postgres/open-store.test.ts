import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { seoulClock } from "../../src/clock.ts";
import { readConfig } from "../../src/config.ts";
import { type OpenStore, openStore } from "../../src/open-store.ts";
import { createKeptLog } from "../http/create-kept-log.ts";
import { hasPostgres, newSchema, type TestSchema } from "./new-schema.ts";

describe.skipIf(!hasPostgres())("processes behind one load balancer", () => {
  let schema: TestSchema;
  let opened: readonly OpenStore[] = [];
  beforeEach(async () => {
    schema = await newSchema();
  });
  afterEach(async () => {
    await Promise.all(opened.map(({ store }) => store.close()));
    await schema.drop();
  });

  it("sign with one key and ask for one password, whoever was first and whoever is later", async () => {
    const open = (n: number) =>
      openStore({
        config: readConfig({ DATABASE_URL: schema.url }),
        clock: seoulClock(() => "2026-01-10T01:00:00.000Z"),
        newId: () => `w${n}`,
        randomKey: () => Buffer.alloc(32, n),
        madeUpPassword: `made up ${n}`,
        log: createKeptLog(),
      });
    opened = await Promise.all([open(1), open(2), open(3)]);
    opened = [...opened, await open(4)];
    expect(new Set(opened.map(({ key }) => key.toString("hex"))).size).toBe(1);
    expect(new Set(opened.map(({ madeUpPassword }) => madeUpPassword)).size).toBe(1);
    expect(opened[0]?.madeUpPassword).toMatch(/^made up [123]$/);
  });
});
