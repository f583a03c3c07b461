import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newConversation } from "../../src/core/conversation.ts";
import { openPostgres } from "../../src/store/postgres/open-postgres.ts";
import { turn } from "../contract/store-fixtures.ts";
import { createKeptLog } from "../http/create-kept-log.ts";
import { obtainPostgres } from "../setup/obtain-postgres.ts";
import { startPostgres, type TestServer } from "../setup/start-postgres.ts";

const PROCESSES = 3;
const KILLS = 12;
const FROZEN_MS = 1_500;
const programs = obtainPostgres();

/** Each line is one promise that the database gave to a process. */
interface Promises {
  readonly accepted: string[];
  readonly committed: string[];
  readonly sending: string[];
  readonly sent: string[];
}

describe.skipIf(typeof programs === "string")(
  "processes on one PostgreSQL, killed, frozen, and without their database",
  () => {
    let database: TestServer;
    let script: string;
    const promises: Promises = { accepted: [], committed: [], sending: [], sent: [] };
    let made = 0;
    beforeAll(async () => {
      const build: { ensureBuilt(): string } = await import(new URL("../../scripts/build.mjs", import.meta.url).href);
      script = join(build.ensureBuilt(), "test", "faults", "store-child.js");
      if (typeof programs !== "string") database = await startPostgres(programs);
    });
    let children: ChildProcess[] = [];
    afterAll(async () => {
      for (const child of children) child.kill("SIGKILL");
      await database?.stop();
    });

    const start = (): ChildProcess => {
      const child = spawn(process.execPath, [script, database.url, `r${++made}`], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      let rest = "";
      child.stdout.setEncoding("utf8").on("data", (part: string) => {
        const lines = (rest + part).split("\n");
        rest = lines.pop() ?? "";
        for (const line of lines) note(line);
      });
      return child;
    };
    const note = (line: string): void => {
      const [what = "", ...words] = line.split(" ");
      if (what === "accepted" || what === "committed" || what === "sending" || what === "sent") {
        promises[what].push(words.join(" "));
      }
    };
    const kill = async (child: ChildProcess | undefined): Promise<void> => {
      if (child === undefined) return;
      const closed = once(child, "close");
      child.kill("SIGKILL");
      await closed;
    };

    it("keep every promise, in order and once", async () => {
      children = Array.from({ length: PROCESSES }, start);
      for (let n = 0; n < KILLS; n += 1) {
        await pause(350 + 90 * (n % 4));
        await kill(children.shift());
        children.push(start());
        if (n === 3 || n === 8) await database.restart(300);
        if (n === 5) {
          // Given up by the others, it comes back and must find itself fenced out.
          const frozen = children[0];
          frozen?.kill("SIGSTOP");
          await pause(FROZEN_MS);
          frozen?.kill("SIGCONT");
        }
      }
      await pause(500);
      await Promise.all(children.map(kill));
      await finish();

      const client = new pg.Client({ connectionString: database.url });
      await client.connect();
      const all = async (sql: string) => (await client.query(sql)).rows.map(({ found }) => String(found));
      const inbox = new Set(
        await all(
          "SELECT concat_ws(' ', conversation, body::json->>'text', seq) AS found FROM entry WHERE body LIKE '%customer%'",
        ),
      );
      expect(promises.accepted.filter((line) => !inbox.has(line))).toEqual([]);
      const turns = new Set(await all("SELECT concat_ws(' ', conversation, seq) AS found FROM turn"));
      expect(promises.committed.filter((line) => !turns.has(line))).toEqual([]);
      const sent = new Set(await all("SELECT id AS found FROM outbox WHERE state = 'sent'"));
      expect(promises.sent.filter((id) => !sent.has(id))).toEqual([]);
      expect(new Set(promises.sending).size, "nothing is sent twice").toBe(promises.sending.length);
      expect(await all(TORN)).toEqual([]);
      expect(await all(UNORDERED)).toEqual([]);
      await client.end();
      expect(promises.accepted.length).toBeGreaterThan(500);
      expect(promises.committed.length).toBeGreaterThan(200);
      expect(promises.sent.length).toBeGreaterThan(100);
    }, 60_000);

    /** Handles what is left, as the next process would; resolves when nothing waits any more. */
    async function finish(): Promise<void> {
      const store = await openPostgres({
        url: database.url,
        newId: () => "last",
        log: createKeptLog(),
        silentMs: 600,
        beatMs: 100,
      });
      const everything = "SELECT count(*)::int AS waiting FROM conversation WHERE last_arrival > done";
      const client = new pg.Client({ connectionString: database.url });
      await client.connect();
      for (;;) {
        const lease = await store.lease();
        if (lease === undefined) {
          if ((await client.query(everything)).rows[0].waiting === 0) break;
          await pause(20);
          continue;
        }
        let { unclear } = lease.state ?? newConversation("ko");
        for (const { seq } of lease.pending) {
          unclear += 1;
          await store.commit(lease, {
            ...turn(seq, [`answer to ${seq}`]),
            state: { ...newConversation("ko"), unclear },
          });
        }
        await store.release(lease);
      }
      await client.end();
      await store.close();
    }
  },
);

/** Conversations whose log, state, inbox, turns and outbox do not tell the same story. */
const TORN = `
SELECT row_to_json(x) AS found FROM (
  SELECT c.id, (state::json->>'unclear')::int AS turns, next_seq - 1 AS last_seq,
    (SELECT count(*) FROM turn t WHERE t.conversation = c.id) AS records,
    (SELECT count(*) FROM arrival a WHERE a.conversation = c.id) AS arrivals,
    (SELECT count(DISTINCT dedupe_key) FROM arrival a WHERE a.conversation = c.id) AS keys,
    (SELECT count(*) FROM outbox o WHERE o.conversation = c.id) AS deliveries,
    (SELECT count(*) FROM entry e WHERE e.conversation = c.id) AS entries,
    (SELECT count(DISTINCT body::json->'said'->>'text') FROM entry e WHERE e.conversation = c.id) AS answers
  FROM conversation c) x
WHERE NOT (turns = records AND turns = arrivals AND keys = arrivals AND turns = deliveries AND turns = answers
  AND entries = 2 * turns AND last_seq = entries)`;

/** Answers that were given in another order than what they answer. */
const UNORDERED = `
SELECT conversation || ':' || seq AS found FROM (
  SELECT conversation, seq, substring(body::json->'said'->>'text' FROM '[0-9]+$')::int AS to_seq,
    lag(substring(body::json->'said'->>'text' FROM '[0-9]+$')::int) OVER (PARTITION BY conversation ORDER BY seq) AS before
  FROM entry WHERE body LIKE '%"bot"%') x
WHERE to_seq < before OR to_seq > seq`;
