import type { Instant } from "../../core/day.ts";
import type { DeskFault, DeskWatch } from "../../ports/desk-fault.ts";
import type { Log } from "../../ports/log.ts";
import type { Store } from "../../ports/store.ts";

/** What is told, and whether it was taken. */
export type TellOfFault = (fault: DeskFault, what: "beginning" | "end") => Promise<boolean>;

export interface DeskAlarmParts {
  readonly store: Pick<Store, "deskFault" | "keepDeskFault">;
  /** By the real clock. */
  readonly now: () => Instant;
  /** Absent where nobody is told. */
  readonly tell?: TellOfFault;
  readonly log: Log;
}

/** Keeps in the store whether the desk can be reached, and tells of it on another road, also after a restart. */
export interface DeskAlarm {
  readonly watch: DeskWatch;
  /** Since when the desk cannot be reached, as this process knows it; undefined when it can. */
  readonly stoppedSince: () => Instant | undefined;
  /** Looks into the store, and tells what is to be told. */
  look(): Promise<void>;
  start(): void;
  /** Finishes what is at hand. */
  stop(): Promise<void>;
}

const LOOK_MS = 5_000;
/** Who began to tell it and has not come back after this may have died. */
const TELL_AGAIN_MS = 60_000;

export function createDeskAlarm(parts: DeskAlarmParts): DeskAlarm {
  const { store, now, log } = parts;
  let known: DeskFault | undefined;
  let timer: NodeJS.Timeout | undefined;
  let beginning = false;
  let busy: Promise<void> = Promise.resolve();
  const keep = async (next: DeskFault): Promise<boolean> => {
    const kept = await store.keepDeskFault(next);
    if (kept) known = next;
    return kept;
  };
  /** One after the other; what the store cannot take now is noticed again by the next call to the desk. */
  const queue = (work: () => Promise<void>): Promise<void> => {
    busy = busy.then(work).catch((error: unknown) => {
      log.error("desk.alarm", { error: error instanceof Error ? error.name : "unknown" });
    });
    return busy;
  };
  const begin = async (word: string): Promise<void> => {
    known = await store.deskFault();
    if (isOpen(known)) return;
    await keep(begun(known, word, now()));
    await tellIfNeeded(parts, keep, known);
  };
  const end = async (): Promise<void> => {
    known = await store.deskFault();
    if (known === undefined || !isOpen(known)) return;
    await keep({ ...known, endedAt: now(), version: known.version + 1 });
    await tellIfNeeded(parts, keep, known);
  };
  const look = (): Promise<void> =>
    queue(async () => {
      known = await store.deskFault();
      await tellIfNeeded(parts, keep, known);
    });
  return {
    watch: {
      stopped: (word) => {
        if (beginning || isOpen(known)) return;
        beginning = true;
        void queue(() => begin(word)).then(() => {
          beginning = false;
        });
      },
      works: () => {
        if (beginning || isOpen(known)) void queue(end);
      },
    },
    stoppedSince: () => (isOpen(known) ? known?.since : undefined),
    look,
    start: () => {
      timer = setInterval(() => void look(), LOOK_MS);
      timer.unref();
      void look();
    },
    stop: () => {
      clearInterval(timer);
      return busy;
    },
  };
}

const isOpen = (fault: DeskFault | undefined): boolean => fault !== undefined && fault.endedAt === undefined;

/** While nobody was told or is being told that the one before is over, it goes on. */
function begun(before: DeskFault | undefined, word: string, at: Instant): DeskFault {
  const version = (before?.version ?? 0) + 1;
  if (before?.told !== "beginning" || before.triedAt !== undefined)
    return { word, since: at, told: "nothing", version };
  const { endedAt: _, ...rest } = before;
  return { ...rest, word, version };
}

/** What of this fault nobody was told yet; the end only after the beginning. */
function untold({ told, endedAt }: DeskFault): "beginning" | "end" | undefined {
  if (told === "nothing") return "beginning";
  return told === "beginning" && endedAt !== undefined ? "end" : undefined;
}

/** Of several processes the one tells that wins the mark; without an answer it is told again a minute later. */
async function tellIfNeeded(
  parts: Omit<DeskAlarmParts, "log">,
  keep: (next: DeskFault) => Promise<boolean>,
  fault: DeskFault | undefined,
): Promise<void> {
  const { store, now, tell } = parts;
  const what = fault === undefined ? undefined : untold(fault);
  if (fault === undefined || what === undefined || tell === undefined) return;
  if (fault.triedAt !== undefined && Date.parse(now()) - Date.parse(fault.triedAt) < TELL_AGAIN_MS) return;
  if (!(await keep({ ...fault, triedAt: now(), version: fault.version + 1 }))) return;
  if (!(await tell(fault, what))) return;
  for (;;) {
    const newest = await store.deskFault();
    if (newest === undefined || newest.since !== fault.since) return;
    const { triedAt: _, ...rest } = newest;
    const next: DeskFault = { ...rest, told: what, version: newest.version + 1 };
    if (await keep(next)) return tellIfNeeded(parts, keep, next);
  }
}
