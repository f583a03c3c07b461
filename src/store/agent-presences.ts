import type { Agent } from "../core/activity.ts";
import type { Instant } from "../core/day.ts";
import { agentId } from "../core/ids.ts";
import type { AgentPresence } from "../ports/agent-presence.ts";
import { numberOf, textOf } from "./row.ts";
import type { SqlDriver } from "./sql-driver.ts";

export function writePresence(db: SqlDriver, { id, name }: Agent, away: boolean, now: Instant): void {
  db.run(
    `INSERT INTO agent_presence (agent, name, away, since) VALUES (?1, ?2, ?3, ?4)
     ON CONFLICT (agent) DO UPDATE SET name = excluded.name, away = excluded.away,
       since = CASE WHEN agent_presence.away = excluded.away THEN agent_presence.since ELSE excluded.since END`,
    id,
    name,
    away ? 1 : 0,
    now,
  );
}

export const readPresences = (db: SqlDriver): readonly AgentPresence[] =>
  db.all("SELECT agent, name, away, since FROM agent_presence ORDER BY since DESC, agent").map(presenceOf);

export const presenceOf = (row: object): AgentPresence => ({
  agent: { id: agentId(textOf(row, "agent")), name: textOf(row, "name") },
  away: numberOf(row, "away") === 1,
  since: textOf(row, "since"),
});
