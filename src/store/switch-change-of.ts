import type { Agent } from "../core/activity.ts";
import type { SwitchChange, Switches } from "../core/switch.ts";
import { jsonOf, numberOf, textOf } from "./row.ts";

/** Columns of a line of the log, as both databases name them. */
export const SWITCH_COLUMNS = "version, name, is_off, reason, agent, at";

export const switchChangeOf = (row: object): SwitchChange => ({
  version: numberOf(row, "version"),
  name: textOf(row, "name"),
  off: numberOf(row, "is_off") === 1,
  reason: textOf(row, "reason"),
  agent: jsonOf<Agent>(row, "agent"),
  at: textOf(row, "at"),
});

/** From the newest line of each switch. */
export function switchesOf(newest: readonly SwitchChange[]): Switches {
  return {
    version: Math.max(0, ...newest.map(({ version }) => version)),
    off: newest.filter(({ off }) => off),
  };
}
