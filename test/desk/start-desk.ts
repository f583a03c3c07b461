import { loadContent } from "../../src/content/load-content.ts";
import type { Case } from "../../src/core/case.ts";
import { caseId, conversationId } from "../../src/core/ids.ts";
import { createPageDesk } from "../../src/desk/page/create-page-desk.ts";
import { createServer } from "../../src/http/create-server.ts";
import type { Arrival } from "../../src/ports/intake.ts";
import type { StoreNews } from "../../src/ports/store.ts";
import { createListeners } from "../../src/store/create-listeners.ts";
import { openSqlite } from "../../src/store/open-sqlite.ts";
import { createSwitchDesk } from "../../src/turn/create-switch-desk.ts";
import { createMovingClock, KEY, ROOT } from "../channels/web-chat/start-web-chat.ts";
import { arrival, mustLease, turn } from "../contract/store-fixtures.ts";
import { createKeptLog } from "../http/create-kept-log.ts";

const delivered = { undelivered: [], waitsForCustomer: false };

const content = await loadContent(ROOT);

export const PASSWORD = "correct horse battery";
export const LEAD_PASSWORD = "correct lead staple";

export const aCase = (name: string, more: Partial<Case> = {}): Case => ({
  id: caseId(name),
  conversation: conversationId(`conversation of ${name}`),
  status: "queued",
  reason: "asked",
  language: "ko",
  openedAt: "2026-01-10T00:00:00.000Z",
  ...more,
});

/** The desk page on a real server, with cases that the test sets. */
export const startDesk = async () => {
  const clock = createMovingClock();
  const pack = content.packs.get("kt-2025");
  if (pack === undefined) throw new Error("no pack");
  const log = createKeptLog();
  const cases = new Map<string, Case>();
  const arrivals: Arrival[] = [];
  const memory = await openSqlite({ folder: ":memory:", clock });
  const elsewhere = createListeners<StoreNews>();
  let elapsed = 0;
  const page = await createPageDesk({
    store: {
      case: async (id) => cases.get(id),
      cases: async () => [...cases.values()],
      conversation: async (id) => ({ id, channel: "kakao", lastSeq: 3, handledSeq: 3 }),
      countUndelivered: async () => ({ waiting: 1, unknown: 0, parked: 0, dead: 2 }),
      presences: memory.presences,
      setPresence: memory.setPresence,
      reviews: memory.reviews,
      review: memory.review,
      onNews: elsewhere.add,
      callBacks: memory.callBacks,
      surveys: memory.surveys,
      countSurveys: memory.countSurveys,
    },
    intake: async (arrival) => {
      const before = arrivals.findIndex(({ dedupeKey }) => dedupeKey === arrival.dedupeKey);
      if (before === -1) arrivals.push(arrival);
      return before === -1 ? { kind: "accepted", seq: arrivals.length } : { kind: "duplicate", seq: before + 1 };
    },
    viewCase: async (id) => {
      const found = cases.get(id);
      return (
        found && { case: found, known: [{ label: "회선", value: "알뜰폰" }], missing: [], entries: [], ...delivered }
      );
    },
    switches: createSwitchDesk({ store: memory, content, pack, channels: ["web-chat", "kakao"], log }),
    labels: [{ intent: "waiver_window", label: { ko: "위약금 면제 기간", en: "Waiver dates" } }],
    password: PASSWORD,
    leadPassword: LEAD_PASSWORD,
    key: KEY,
    clock,
    log,
    root: ROOT,
    elapsedMs: () => elapsed,
  });
  const server = createServer({ ...page, ready: () => true, log });
  const url = await server.listen(0, "127.0.0.1");

  const call = (method: string, path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}) =>
    fetch(`${url}/desk/api/${path}`, {
      method,
      headers: { "x-ansim-desk": "1", ...headers },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });

  return {
    url,
    clock,
    cases,
    arrivals,
    desk: page.desk,
    /** What happens at another process. */
    elsewhere,
    call,
    logged: () => JSON.stringify(log.lines),
    passMinutes: (minutes: number) => {
      elapsed += minutes * 60_000;
    },
    /** Logs in; the result is the headers that go with later requests. */
    login: async (name: string, password = PASSWORD): Promise<{ readonly cookie: string }> => {
      const answer = await call("POST", "login", { name, password });
      return { cookie: (answer.headers.get("set-cookie") ?? "").split(";", 1)[0] ?? "" };
    },
    /** Something that the bot did not understand. */
    notUnderstood: async (text: string): Promise<void> => {
      const { seq } = await memory.accept(arrival("c1", text));
      const lease = await mustLease(memory);
      const unclear = [{ id: `id-${text}`, text, language: "ko", guesses: [], day: "2026-01-10" } as const];
      await memory.commit(lease, turn(seq, [], { unclear }));
      await memory.release(lease);
    },
    close: async () => {
      await server.close();
      await memory.close();
    },
  };
};

export type RunningDesk = Awaited<ReturnType<typeof startDesk>>;
