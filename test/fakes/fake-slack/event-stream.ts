import { setTimeout as pause } from "node:timers/promises";
import { seededRandom } from "../../../src/understanding/seeded-random.ts";
import type { AppSenderParts, createAppSender } from "./app-sender.ts";
import { eventEnvelope } from "./event-envelope.ts";
import type { Json } from "./json.ts";
import type { Workspace } from "./workspace.ts";

/** How events misbehave on their way: shares from 0 to 1. */
export interface EventTrouble {
  readonly seed: number;
  /** Told twice with the same event id. */
  readonly repeated: number;
  /** Told again under another event id, as Slack has done up to eleven times. */
  readonly renamed: number;
  /** Held back until the next event was told. */
  readonly swapped: number;
}

export interface EventStreamParts {
  readonly workspace: Workspace;
  readonly nowMs: AppSenderParts["nowMs"];
  readonly sender: ReturnType<typeof createAppSender>;
  readonly trouble?: EventTrouble;
}

/** One that is held back is let go after this long, even if no other comes. */
const HELD_MS = 300;

/** Pushes events to the app, each at least once. */
export function createEventStream({ workspace, nowMs, sender, trouble }: EventStreamParts) {
  const random = seededRandom(trouble?.seed ?? 0);
  let letGo: (() => void) | undefined;
  const tell = async (event: Json, about: string, eventId: string): Promise<void> => {
    const body = eventEnvelope.wrap(event, eventId, Math.floor(nowMs() / 1_000), workspace);
    await sender.send({ kind: "event", about, contentType: "application/json", body });
  };
  return async (event: Json, about: string): Promise<void> => {
    const id = workspace.nextId("Ev");
    const chances = [random(), random(), random()];
    const below = (which: number, share = 0): boolean => (chances[which] ?? 1) < share;
    if (below(0, trouble?.swapped)) {
      await Promise.race([new Promise<void>((resolve) => (letGo = resolve)), pause(HELD_MS)]);
    }
    const free = letGo;
    letGo = undefined;
    const told = [tell(event, about, id)];
    if (below(1, trouble?.repeated)) told.push(tell(event, about, id));
    if (below(2, trouble?.renamed)) told.push(tell(event, about, workspace.nextId("Ev")));
    await Promise.all(told);
    free?.();
  };
}
