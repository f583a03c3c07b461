import { expect, it } from "vitest";
import { migrate } from "../../src/store/migrate.ts";
import { migration001 } from "../../src/store/migrations/001-conversations.ts";
import { migration002 } from "../../src/store/migrations/002-audit.ts";
import { migration003 } from "../../src/store/migrations/003-review.ts";
import { migration004 } from "../../src/store/migrations/004-address.ts";
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

it("keeps what was to be sent before targets had names", async () => {
  const db = await openDriver(":memory:");
  db.exec("CREATE TABLE schema_version (version INTEGER PRIMARY KEY, at TEXT NOT NULL)");
  for (const [index, sql] of [migration001, migration002, migration003, migration004].entries()) {
    db.exec(sql);
    db.run("INSERT INTO schema_version (version, at) VALUES (?, ?)", index + 1, AT);
  }
  db.exec(`INSERT INTO conversation (id, channel) VALUES ('c1', 'kakao');
    INSERT INTO entry (conversation, seq, at, body) VALUES ('c1', 1, '${AT}', '{}');
    INSERT INTO outbox (id, conversation, target, entry_seq, state, attempts) VALUES (7, 'c1', 'channel', 1, 'unknown', 2);
    INSERT INTO outbox (id, conversation, target, news) VALUES (9, 'c1', 'desk', '{}')`);
  migrate(db, AT);
  expect(db.all("SELECT id, via, state, attempts, since = ? AS dated FROM outbox ORDER BY id", AT)).toMatchObject([
    { id: 7, via: "kakao", state: "unknown", attempts: 2, dated: 1 },
    { id: 9, via: "desk", state: "new", attempts: 0 },
  ]);
  expect(db.get("SELECT id, conversation, seq FROM entry")).toMatchObject({
    id: 2 ** 20 + 1,
    conversation: "c1",
    seq: 1,
  });
  db.exec("INSERT INTO outbox (conversation, target, via, since) VALUES ('c1', 'desk', 'desk', '')");
  expect(db.get("SELECT max(id) AS id FROM outbox")).toEqual(expect.objectContaining({ id: 10 }));
});
