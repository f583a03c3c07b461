import type { Case, HandOffReason } from "../core/case.ts";
import type { Instant, LocalTime } from "../core/day.ts";
import type { TurnedOff } from "../core/switch.ts";
import type { Dialog } from "../dialog/dialog.ts";
import type { Knowledge } from "../dialog/knowledge.ts";
import type { Clocks } from "../handoff/clocks.ts";
import type { CheckReply } from "../handoff/decide-desk.ts";
import type { Understand } from "../ports/understand.ts";
import type { SlotLabel } from "./chosen-slot.ts";

/** What a turn is decided with, beside the conversation's state and what arrived. */
export interface DecideWith {
  readonly understand: Understand;
  readonly dialogs: readonly Dialog[];
  /** Those that may speak while the incident is off. */
  readonly packOffDialogs: readonly Dialog[];
  readonly off: TurnedOff;
  readonly knowledge: Knowledge;
  readonly incidentName: string;
  readonly checkReply: CheckReply;
  /** The place of the arrival. */
  readonly seq: number;
  readonly now: Instant;
  /** The time in Korea; of the day asked about. */
  readonly at: LocalTime;
  readonly clocks: Clocks;
  /** The open case, if there is one. */
  readonly case?: Case;
  /** As its button says it. */
  readonly slotLabel: SlotLabel;
  /** What is said reaches the customer only when they write again. */
  readonly waitsForCustomer: boolean;
  /** Reasons for which a case goes to live support at once; absent where there is no live support. */
  readonly straightOn?: readonly HandOffReason[];
}
