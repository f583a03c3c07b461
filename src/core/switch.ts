import type { Agent } from "./activity.ts";
import type { Instant } from "./day.ts";

/** Something that a lead can turn off: the bot in one channel, a whole incident, one answer (or verdict's reason) of it. */
export type SwitchTarget =
  | { readonly kind: "bot"; readonly channel: string }
  | { readonly kind: "pack"; readonly incident: string }
  | { readonly kind: "answer"; readonly incident: string; readonly answer: string };

/** As it is stored: `bot:kakao`, `pack:kt-2025`, `answer:kt-2025/waiver_window`. */
export function switchName(target: SwitchTarget): string {
  switch (target.kind) {
    case "bot":
      return `bot:${target.channel}`;
    case "pack":
      return `pack:${target.incident}`;
    case "answer":
      return `answer:${target.incident}/${target.answer}`;
  }
}

/** One line of the log of switches; nothing of it is ever changed. */
export interface SwitchChange {
  /** 1 at the first change of any switch, one more at each. */
  readonly version: number;
  readonly name: string;
  readonly off: boolean;
  readonly reason: string;
  readonly agent: Agent;
  readonly at: Instant;
}

/** How all switches stand. What is not named is on. */
export interface Switches {
  /** Of the newest change; 0 before the first. */
  readonly version: number;
  readonly off: readonly SwitchChange[];
}

/** What is off for one conversation. */
export interface TurnedOff {
  readonly bot: boolean;
  readonly pack: boolean;
  /** `id`: an intent, or the code of a verdict's reason. Every answer of a pack that is off is off. */
  answer(id: string): boolean;
}

/** Nothing is. */
export const NOTHING_OFF: TurnedOff = { bot: false, pack: false, answer: () => false };

export function turnedOff({ off }: Switches, incident: string, channel: string): TurnedOff {
  if (off.length === 0) return NOTHING_OFF;
  const names = new Set(off.map(({ name }) => name));
  const pack = names.has(switchName({ kind: "pack", incident }));
  return {
    bot: names.has(switchName({ kind: "bot", channel })),
    pack,
    answer: (answer) => pack || names.has(switchName({ kind: "answer", incident, answer })),
  };
}
