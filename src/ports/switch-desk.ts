import type { Agent } from "../core/activity.ts";
import type { Localized } from "../core/language.ts";
import type { SwitchChange, SwitchTarget } from "../core/switch.ts";

/** One switch as staff see it. */
export interface SwitchLine {
  readonly name: string;
  readonly kind: SwitchTarget["kind"];
  readonly label: Localized;
  /** Who turned it off, when and why; absent while it is on. */
  readonly off?: SwitchChange;
}

export interface SwitchBoard {
  /** The bot by channel, the incident, then its answers. */
  readonly lines: readonly SwitchLine[];
  /** Newest first. */
  readonly log: readonly (SwitchChange & { readonly label: Localized })[];
}

/** What a lead wants. The desk has checked that it is a lead. */
export interface SwitchWish {
  readonly name: string;
  readonly off: boolean;
  readonly reason: string;
  readonly agent: Agent;
}

/** `already`: it stands so, perhaps because somebody was faster. */
export type SwitchWished = "turned" | "already" | "unknown" | "no-reason";

/** The switches, as desks show and turn them. */
export interface SwitchDesk {
  board(): Promise<SwitchBoard>;
  turn(wish: SwitchWish): Promise<SwitchWished>;
}
