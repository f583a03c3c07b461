import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createApp } from "../../src/app.ts";
import { readConfig } from "../../src/config.ts";
import type { createOutgoing } from "../../src/outgoing/create-outgoing.ts";
import { projectRoot } from "../../src/project-root.ts";
import { openDriver } from "../../src/store/open-driver.ts";
import { createKeptLog } from "../http/create-kept-log.ts";
import { type AgentAtDesk, openAgent } from "./agent-at-desk.ts";

const PASSWORD = "desk-password-1";
/** A Monday inside the window of the waiver, while people answer. */
const START = Date.parse("2026-01-12T01:00:00.000Z");

/** The whole program on a folder of its own, with a clock that starts at the same moment in every run. */
export interface RunningApp {
  readonly address: string;
  readonly logged: ReturnType<typeof createKeptLog>["lines"];
  agent(name: string): Promise<AgentAtDesk>;
  /** What customers said, as it is on disk, oldest first. */
  customerTexts(): Promise<readonly string[]>;
  /** Rows in every table, to see that nothing was written. */
  rows(): Promise<Readonly<Record<string, number>>>;
  stop(): Promise<void>;
}

const TABLES = ["conversation", "arrival", "entry", "outbox", "turn", "desk_case", "review"];

export async function startApp(
  settings: Readonly<Record<string, string>>,
  outgoing?: typeof createOutgoing,
): Promise<RunningApp> {
  const folder = mkdtempSync(join(tmpdir(), "ansim-contract-"));
  const log = createKeptLog();
  const begun = performance.now();
  const app = await createApp({
    config: readConfig({ PORT: "0", DATA_DIR: folder, DESK_PASSWORD: PASSWORD, REPLY_UNDO_SECONDS: "0", ...settings }),
    root: projectRoot,
    now: () => new Date(START + performance.now() - begun).toISOString(),
    newId: randomUUID,
    randomKey: () => Buffer.alloc(32, 7),
    madeUpPassword: PASSWORD,
    log,
    ...(outgoing === undefined ? {} : { outgoing }),
  });
  const address = await app.start();
  const read = async <T>(query: (db: Awaited<ReturnType<typeof openDriver>>) => T): Promise<T> => {
    const db = await openDriver(join(folder, "ansim.db"), { readOnly: true });
    try {
      return query(db);
    } finally {
      db.close();
    }
  };
  return {
    address,
    logged: log.lines,
    agent: (name) => openAgent(address, name, PASSWORD),
    customerTexts: () =>
      read((db) =>
        db
          .all("SELECT activity FROM arrival ORDER BY id")
          .map((row) => JSON.parse((row as { activity: string }).activity) as { kind: string; text: string })
          .flatMap(({ kind, text }) => (kind === "said" ? [text] : [])),
      ),
    rows: () =>
      read((db) =>
        Object.fromEntries(
          TABLES.map((table) => [table, (db.get(`SELECT count(*) AS n FROM ${table}`) as { n: number }).n]),
        ),
      ),
    stop: async () => {
      await app.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
