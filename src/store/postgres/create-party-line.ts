import type { Log } from "../../ports/log.ts";
import type { StoreNews, Work } from "../../ports/store.ts";
import { createListeners, type Listeners } from "../create-listeners.ts";
import { payloadsOf, readPayload } from "./hints.ts";
import { openWatch } from "./open-watch.ts";

export interface PartyLineOptions {
  readonly url: string;
  readonly worker: string;
  readonly beatMs: number;
  readonly silentMs: number;
  readonly log: Log;
}

/** What this process and the others tell each other. */
export interface PartyLine {
  readonly work: Listeners<Work>;
  readonly news: Listeners<StoreNews>;
  /** Tells the listeners of this process about work, and all other processes about both. */
  tell(work: readonly Work[], news: readonly StoreNews[]): void;
  close(): Promise<void>;
}

const MISSED: StoreNews = { kind: "missed" };

/** Hints go out at once when there was silence, and else together: each is a transaction, for which all listeners wake. */
const GATHER_MS = 20;

export async function createPartyLine(options: PartyLineOptions): Promise<PartyLine> {
  const { worker } = options;
  const work = createListeners<Work>();
  const news = createListeners<StoreNews>();
  let waiting: { work: Set<Work>; news: Map<string, StoreNews> } | undefined;

  const hear = (payload: string): void => {
    const hints = readPayload(payload);
    if (hints === undefined || hints.from === worker) return;
    for (const kind of hints.work) work.tell(kind);
    for (const one of hints.news) news.tell(one);
  };
  let spokenMs = 0;
  const flush = (): void => {
    if (waiting === undefined) return;
    spokenMs = performance.now();
    const hints = { from: worker, work: [...waiting.work], news: [...waiting.news.values()] };
    waiting = undefined;
    for (const payload of payloadsOf(hints)) watch.speak(payload);
  };
  const gather = (kinds: readonly Work[], happened: readonly StoreNews[]): void => {
    if (waiting === undefined) {
      const sinceMs = performance.now() - spokenMs;
      if (sinceMs >= GATHER_MS) setImmediate(flush);
      else setTimeout(flush, GATHER_MS - sinceMs).unref();
    }
    waiting ??= { work: new Set(), news: new Map() };
    for (const kind of kinds) waiting.work.add(kind);
    for (const one of happened) waiting.news.set(JSON.stringify(one), one);
  };
  const back = (): void => {
    // Neither side knows what it did not hear.
    news.tell(MISSED);
    work.tell("arrival");
    work.tell("delivery");
    gather(["arrival", "delivery"], [MISSED]);
  };
  const seize = (): void => {
    work.tell("arrival");
    work.tell("delivery");
  };
  const watch = await openWatch({ ...options, onPayload: hear, onBack: back, onGone: seize });

  return {
    work,
    news,
    tell: (kinds, happened) => {
      for (const kind of kinds) work.tell(kind);
      if (kinds.length + happened.length > 0) gather(kinds, happened);
    },
    close: () => {
      flush();
      return watch.close();
    },
  };
}
