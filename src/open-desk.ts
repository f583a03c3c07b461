import type { Config } from "./config.ts";
import type { Content, Pack } from "./content/content.ts";
import { createPageDesk } from "./desk/page/create-page-desk.ts";
import type { Keys } from "./keep-keys.ts";
import type { Channel } from "./ports/channel.ts";
import type { Clock } from "./ports/clock.ts";
import type { Desk } from "./ports/desk.ts";
import type { Intake } from "./ports/intake.ts";
import type { Log } from "./ports/log.ts";
import type { Store } from "./ports/store.ts";
import type { Mounted } from "./ports/web.ts";
import { createViewCase } from "./turn/view-case.ts";

export interface DeskParts {
  readonly config: Config;
  readonly root: string;
  readonly store: Store;
  readonly intake: Intake;
  readonly content: Content;
  readonly pack: Pack;
  readonly keys: Keys;
  /** By id. */
  readonly channels: ReadonlyMap<string, Channel>;
  readonly password: string;
  readonly clock: Clock;
  readonly log: Log;
}

export interface OpenDesk {
  readonly desk: Desk;
  readonly mounted: readonly Mounted[];
}

/** Where staff work, as the settings say. */
export async function openDesk({ content, pack, keys, channels, ...parts }: DeskParts): Promise<OpenDesk> {
  const waitsForCustomer = (id: string): boolean => channels.get(id)?.can.push === "none";
  const page = await createPageDesk({
    ...parts,
    viewCase: createViewCase({ ...parts, content, pack, waitsForCustomer }),
    labels: [...content.intents].map(([intent, { label }]) => ({ intent, label })),
    key: keys.desk,
  });
  return { desk: page.desk, mounted: [page] };
}
