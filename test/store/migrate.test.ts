import { expect, it } from "vitest";
import { migrate } from "../../src/store/migrate.ts";
import { openDriver } from "../../src/store/open-driver.ts";

const AT = "2026-01-10T01:00:00.000Z";

it("brings a new file up to date and leaves a current one alone", async () => {
  const db = await openDriver(":memory:");
  migrate(db, AT);
  const versions = db.all("SELECT version, at FROM schema_version").length;
  migrate(db, "2026-01-11T01:00:00.000Z");
  expect(db.all("SELECT version FROM schema_version WHERE at = ?", AT)).toHaveLength(versions);
});

it("refuses data of a newer program", async () => {
  const db = await openDriver(":memory:");
  migrate(db, AT);
  db.run("INSERT INTO schema_version (version, at) VALUES (?, ?)", 999, AT);
  expect(() => migrate(db, AT)).toThrow(/newer version/);
});

it("leaves nothing of a step that fails", async () => {
  const db = await openDriver(":memory:");
  db.exec("CREATE TABLE outbox (in_the_way INTEGER)");
  expect(() => migrate(db, AT)).toThrow();
  expect(db.get("SELECT name FROM sqlite_master WHERE name = 'conversation'")).toBeUndefined();
});
