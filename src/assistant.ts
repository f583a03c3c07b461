import { answerQuestion } from "../dialogs/answer-question/dialog.ts";
import { pastedLink } from "../dialogs/answer-question/pasted-link.ts";
import { checkEligibility } from "../dialogs/check-eligibility/dialog.ts";
import { feedback } from "../dialogs/feedback/dialog.ts";
import { handOff } from "../dialogs/hand-off/dialog.ts";
import { repair } from "../dialogs/repair/dialog.ts";
import { lateAnswer } from "../dialogs/repair/late-answer.ts";
import { unclear } from "../dialogs/repair/unclear.ts";
import { smallTalk } from "../dialogs/small-talk/dialog.ts";
import { packOff } from "../dialogs/switches/dialog.ts";
import { allowedHosts } from "./content/allowed-hosts.ts";
import type { Content, Pack } from "./content/content.ts";
import { sha256 } from "./content/sha256.ts";
import { AppError } from "./core/app-error.ts";
import type { Dialog } from "./dialog/dialog.ts";
import { createCheckReply } from "./handoff/check-reply.ts";
import type { Clock } from "./ports/clock.ts";
import type { Intake } from "./ports/intake.ts";
import type { Log } from "./ports/log.ts";
import { type Meter, noMeter } from "./ports/meter.ts";
import type { NewId } from "./ports/new-id.ts";
import type { Store } from "./ports/store.ts";
import type { Understand } from "./ports/understand.ts";
import { createIntake } from "./turn/accept.ts";
import { boundIntake } from "./turn/bound-intake.ts";
import { createSwitchReader } from "./turn/create-switch-reader.ts";
import { fireTimers } from "./turn/fire-timers.ts";
import { handleConversations } from "./turn/handle-conversations.ts";
import type { PushOf, SupportTargets } from "./turn/turn-with.ts";

/** In the order of asking: danger and people first, what nobody else takes last. */
const DIALOGS: readonly Dialog[] = [
  handOff,
  feedback,
  lateAnswer,
  repair,
  checkEligibility,
  smallTalk,
  answerQuestion,
  pastedLink,
  unclear,
];

/** While leads have turned the incident off. */
const PACK_OFF_DIALOGS: readonly Dialog[] = [handOff, feedback, packOff, smallTalk];

export interface AssistantParts {
  readonly content: Content;
  readonly incident: string;
  readonly understand: Understand;
  readonly store: Store;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly log: Log;
  /** Measures nothing when absent. */
  readonly meter?: Meter;
  /** Whether a channel has a page of ours; none has when absent. */
  readonly hasPage?: (channel: string) => boolean;
  /** Where cases go from the desk; nowhere when absent. */
  readonly liveSupport?: SupportTargets;
  /** How each channel reaches customers; all freely when absent. */
  readonly pushOf?: PushOf;
  /** Whether nobody can see now what is passed on to staff; somebody always can when absent. */
  readonly deskUnread?: () => boolean;
}

/** The assistant without its edges: what arrives is accepted, and conversations are handled. */
export interface Assistant {
  readonly intake: Intake;
  readonly pack: Pack;
  /** Handles all that waits. */
  readonly handle: (stopped?: () => boolean) => Promise<void>;
  /** Turns all timers that are due into arrivals. */
  readonly fireTimers: (stopped?: () => boolean) => Promise<void>;
}

export function createAssistant({ content, incident, store, ...parts }: AssistantParts): Assistant {
  const pack = content.packs.get(incident);
  if (pack === undefined) {
    throw new AppError("CONFIG_INVALID", `INCIDENT: there is no pack dialogs/incidents/${incident}`);
  }
  const checkReply = createCheckReply(allowedHosts(pack));
  const dialogs = { dialogs: DIALOGS, packOffDialogs: PACK_OFF_DIALOGS };
  const reads = { switches: createSwitchReader(store), readEntries: store.entries };
  const use = { ...parts, ...dialogs, ...reads, content, pack, checkReply, sha256 };
  return {
    intake: boundIntake(createIntake(store), parts.meter ?? noMeter),
    pack,
    handle: (stopped) => handleConversations(store, use, stopped),
    fireTimers: (stopped) => fireTimers(store, stopped),
  };
}
