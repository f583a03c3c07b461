import type { Agent } from "../../core/activity.ts";
import type { AgentPresence } from "../../ports/agent-presence.ts";
import { presenceOf } from "../agent-presences.ts";
import type { Database, Statement } from "./database.ts";

const WRITE: Statement = {
  name: "write-presence",
  text: `
INSERT INTO agent_presence (agent, name, away, since)
VALUES ($1, $2, $3, to_char(store_now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
ON CONFLICT (agent) DO UPDATE SET name = excluded.name, away = excluded.away,
  since = CASE WHEN agent_presence.away = excluded.away THEN agent_presence.since ELSE excluded.since END`,
};

const READ: Statement = {
  name: "presences",
  text: "SELECT agent, name, away, since FROM agent_presence ORDER BY since DESC, agent",
};

export async function writePresenceRow(db: Database, { id, name }: Agent, away: boolean): Promise<void> {
  await db.run(WRITE, id, name, away ? 1 : 0);
}

export const readPresenceRows = async (db: Database): Promise<readonly AgentPresence[]> =>
  (await db.run(READ)).map(presenceOf);
