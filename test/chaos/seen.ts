import type { Channel } from "./chaos-options.ts";
import type { Shown } from "./customer.ts";
import type { Answers } from "./learn-answers.ts";
import type { Told } from "./talk-to-bot.ts";
import type { StaffTold } from "./talk-to-staff.ts";

/** A customer who went away, and what had reached them at the end of the run. */
export interface Seen {
  readonly channel: Channel;
  readonly told: Told;
  /** What was said to staff, where the customer asked for a person. */
  readonly staff?: StaffTold;
  readonly shown: readonly Shown[];
}

/** By channel: the same answer is written differently on each. */
export type AllAnswers = Readonly<Partial<Record<Channel, Answers>>>;
