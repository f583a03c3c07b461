import type { Content, Pack } from "../content/content.ts";
import type { ConversationState } from "../core/conversation.ts";
import type { Instant } from "../core/day.ts";
import type { TurnedOff } from "../core/switch.ts";
import type { Dialog } from "../dialog/dialog.ts";
import type { CheckReply } from "../handoff/decide-desk.ts";
import type { ChannelAbilities } from "../ports/channel.ts";
import type { Clock } from "../ports/clock.ts";
import type { Log } from "../ports/log.ts";
import type { NewId } from "../ports/new-id.ts";
import type { Sha256 } from "../ports/sha256.ts";
import type { Lease, PendingArrival, Queue, Store } from "../ports/store.ts";
import type { SupportTarget } from "../ports/support-post.ts";
import type { Understand } from "../ports/understand.ts";
import type { SwitchReader } from "./create-switch-reader.ts";

/** What every turn is handled with. */
export interface TurnWith {
  readonly content: Content;
  readonly pack: Pack;
  readonly understand: Understand;
  readonly dialogs: readonly Dialog[];
  /** Those that may speak while leads have turned the incident off. */
  readonly packOffDialogs: readonly Dialog[];
  readonly switches: SwitchReader;
  readonly checkReply: CheckReply;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly log: Log;
  readonly sha256: Sha256;
  /** How a channel reaches customers who have not just written; without it all are taken to be reached freely. */
  readonly pushOf?: PushOf;
  /** What was said in a conversation; for a customer who asks for it. */
  readonly readEntries?: Store["entries"];
  /** Whether a channel has a page of ours, which saves conversations by itself. */
  readonly hasPage?: (channel: string) => boolean;
  /** Nothing is passed on when absent. */
  readonly liveSupport?: SupportTargets;
  /** Whether nobody can see now what is passed on to staff; somebody always can when absent. */
  readonly deskUnread?: () => boolean;
}

/** Where cases and call backs go from the desk; what is absent is not set up. */
export interface SupportTargets {
  readonly cases?: SupportTarget;
  readonly callBacks?: SupportTarget;
}

export type PushOf = (channel: string) => ChannelAbilities["push"];

/** How the queue stands for who waits since a moment. */
export type ReadQueue = (since: Instant, recent: number) => Promise<QueueNow>;

export interface QueueNow extends Queue {
  /** All agents have said that they are away. */
  readonly nobodyThere?: boolean;
}

/** One arrival under a lease, the state that it meets, and what is turned off. */
export interface Turn {
  readonly lease: Lease;
  readonly arrival: PendingArrival;
  readonly state: ConversationState;
  readonly off: TurnedOff;
}
