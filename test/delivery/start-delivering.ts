import { createDeliverer } from "../../src/delivery/create-deliverer.ts";
import { createLog } from "../../src/log.ts";
import type { Channel, Letter } from "../../src/ports/channel.ts";
import type { SendResult } from "../../src/ports/delivery.ts";
import type { Desk, DeskPost } from "../../src/ports/desk.ts";
import type { Budget, InDoubt, LookedUp } from "../../src/ports/reach.ts";
import { openSqlite } from "../../src/store/open-sqlite.ts";
import { manualClock } from "../contract/manual-clock.ts";
import { wordsOf } from "../contract/store-fixtures.ts";

/** What a far end does with one send: how the call ends, or that it throws, or that it never ends. */
export type Ending = SendResult | "throws" | "hangs";

export interface FarEnd {
  /** How the next sends end; `sent` when there are none left. */
  readonly endings: Ending[];
  /** What it says when it is asked; `no-answer` when there is nothing left. */
  readonly looks: LookedUp[];
  /** What was sent or asked for, in order: "1a", "ask 1a". */
  readonly seen: string[];
}

export interface DeliveringOptions {
  readonly inDoubt?: InDoubt<unknown>["kind"];
  readonly budget?: Partial<Budget>;
  readonly push?: Channel["can"]["push"];
}

const AMPLE: Budget = { perSecond: 1_000, burst: 1_000, atOnce: 8 };
const CAN = { buttons: 0, cards: false, textLength: 1_000, edit: false, files: false };

/** The real deliverer on a real store, with a web chat and a desk that end each send as they are told. */
export async function startDelivering({ inDoubt = "leave", budget = {}, push = "free" }: DeliveringOptions = {}) {
  const clock = manualClock();
  const store = await openSqlite({ folder: ":memory:", clock });
  const customer: FarEnd = { endings: [], looks: [], seen: [] };
  const staff: FarEnd = { endings: [], looks: [], seen: [] };
  const wakes: (number | undefined)[] = [];
  const channel: Channel = {
    id: "web-chat",
    can: { ...CAN, push },
    reach: { inDoubt: doubtOf(inDoubt, customer, letterWords), budget: { ...AMPLE, ...budget } },
    send: (letter) => sendTo(customer, letterWords(letter)),
  };
  const desk: Desk = {
    id: "page",
    reach: { inDoubt: { kind: "leave" }, budget: AMPLE },
    send: (post) => sendTo(staff, postWords(post)),
  };
  const ways = { channels: new Map([[channel.id, channel]]), desk };
  const wake = (afterMs?: number) => void wakes.push(afterMs);
  let elapsedMs = 0;
  let stillMs = 0;
  const claimDeliveries: typeof store.claimDeliveries = async (wants) => {
    const due = await store.claimDeliveries(wants);
    elapsedMs += stillMs;
    stillMs = 0;
    return due;
  };
  const deliverer = createDeliverer({
    ...ways,
    store: { ...store, claimDeliveries },
    wake,
    log: createLog("silent"),
    elapsedMs: () => elapsedMs,
  });
  /** The process stands still for so long at its next claim. */
  const standStill = (ms: number): void => {
    stillMs = ms;
  };
  const takeUp = () => deliverer.takeUp(() => false);
  /** Until nothing more can be done at this moment. */
  const run = async () => {
    for (let before = -1; before !== wakes.length; ) {
      before = wakes.length;
      await takeUp();
      await deliverer.finish();
      await new Promise(setImmediate);
    }
  };
  return { clock, store, customer, staff, wakes, takeUp, run, standStill };
}

const letterWords = ({ entry }: Letter): string => wordsOf(entry.body);
const postWords = ({ news }: DeskPost): string => news.kind;

async function sendTo(far: FarEnd, words: string): Promise<SendResult> {
  far.seen.push(words);
  const ending = far.endings.shift() ?? { kind: "sent" };
  if (ending === "throws") throw new Error("broken");
  return ending === "hangs" ? new Promise(() => undefined) : ending;
}

function doubtOf<Parcel>(
  kind: InDoubt<unknown>["kind"],
  far: FarEnd,
  words: (parcel: Parcel) => string,
): InDoubt<Parcel> {
  if (kind !== "ask") return { kind };
  const ask = async (parcel: Parcel): Promise<LookedUp> => {
    far.seen.push(`ask ${words(parcel)}`);
    return far.looks.shift() ?? { kind: "no-answer", afterMs: 1_000 };
  };
  return { kind, ask };
}
