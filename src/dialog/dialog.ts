import type { Case } from "../core/case.ts";
import type { ConversationState } from "../core/conversation.ts";
import type { Decision } from "../core/decision.ts";
import type { Effect } from "../core/effect.ts";
import type { Segment, Understanding } from "../core/understanding.ts";
import type { BenefitId } from "../core/verdict.ts";
import type { Knowledge } from "./knowledge.ts";

/** What a dialog decides on. */
export interface DialogTurn {
  readonly state: ConversationState;
  readonly understanding: Understanding;
  readonly knowledge: Knowledge;
}

/** A turn that may have ended a case. */
export interface Parting {
  readonly state: ConversationState;
  /** As it was before. */
  readonly closed: Case;
  readonly decision: Decision;
}

/** A named exchange with a purpose. Each part returns undefined when the turn is not for it. */
export interface Dialog {
  readonly name: string;
  /** Takes the whole message before its segments are looked at (danger, steering, a reply to the open question). */
  readonly first?: (turn: DialogTurn) => Decision | undefined;
  /** Takes one question or statement of the message. */
  readonly take?: (turn: DialogTurn, segment: Segment) => Decision | undefined;
  /** Adds to what is said when a case has ended; the channel reaches the customer now. */
  readonly parting?: (ended: Parting) => readonly Effect[];
  /** Continues what is on the agenda when nothing is being asked. `interrupted`: the benefit that was being decided. */
  readonly resume?: (turn: DialogTurn, interrupted: BenefitId | undefined) => Decision | undefined;
}
