import type { Config } from "../config.ts";
import type { Content, Pack } from "../content/content.ts";
import type { Keys } from "../keep-keys.ts";
import type { createOutgoing } from "../outgoing/create-outgoing.ts";
import type { Clock } from "../ports/clock.ts";
import type { Intake } from "../ports/intake.ts";
import type { TakeReport } from "../ports/live-support.ts";
import type { Log } from "../ports/log.ts";
import type { NewId } from "../ports/new-id.ts";
import type { Store } from "../ports/store.ts";

/** What channels are opened with. */
export interface ChannelParts {
  readonly config: Config;
  readonly root: string;
  readonly store: Store;
  readonly intake: Intake;
  readonly content: Content;
  readonly pack: Pack;
  /** Each channel has its own, with its own list of hosts. */
  readonly outgoing: typeof createOutgoing;
  readonly keys: Keys;
  readonly clock: Clock;
  /** For a channel by which live support answers. */
  readonly takeReport: TakeReport;
  readonly newId: NewId;
  readonly log: Log;
}
