import type { Log } from "../../ports/log.ts";
import type { Store } from "../../ports/store.ts";
import type { Socket, SocketRoute } from "../../ports/web.ts";
import { readWatermark, toActivitySet } from "./page-of-entries.ts";
import type { Streams } from "./streams.ts";
import type { Pass, Tokens } from "./tokens.ts";

export interface StreamParts {
  readonly store: Pick<Store, "entries">;
  readonly tokens: Tokens;
  readonly streams: Streams;
  readonly log: Log;
}

const ENTRIES_PER_FRAME = 100;
const POLICY_VIOLATION = 1008;
const TRY_AGAIN = 1013;

/** Sends what is new after `cursor` whenever it is woken; one reading at a time, so that nothing is doubled. */
const createReader = (parts: StreamParts, pass: Pass, start: number, socket: Socket): (() => void) => {
  let cursor = start;
  let reading = false;
  let woken = false;

  const readOn = async (): Promise<void> => {
    const entries = await parts.store.entries(pass.conversation, cursor);
    for (let from = 0; from < entries.length; from += ENTRIES_PER_FRAME) {
      const set = toActivitySet(entries.slice(from, from + ENTRIES_PER_FRAME), cursor, pass.user);
      cursor = readWatermark(set.watermark);
      if (set.activities.length > 0) socket.send(JSON.stringify(set));
    }
  };

  const run = async (): Promise<void> => {
    reading = true;
    try {
      do {
        woken = false;
        await readOn();
      } while (woken);
    } catch {
      parts.log.error("web-chat.stream_failed");
      socket.close(TRY_AGAIN, "please connect again");
    } finally {
      reading = false;
    }
  };

  return () => {
    woken = true;
    if (!reading) void run();
  };
};

/** `GET …/stream`: opened with a ticket, then everything after the watermark and what follows. */
export const streamRoute = (parts: StreamParts): SocketRoute => ({
  path: "/v3/directline/conversations/:id/stream",
  open: (request, socket) => {
    let closed = false;
    socket.onClose(() => {
      closed = true;
    });
    const start = async (): Promise<void> => {
      const pass = await parts.tokens.readTicket(request.query.t ?? "");
      if (closed) return;
      if (pass === undefined || pass.conversation !== request.params.id) {
        socket.close(POLICY_VIOLATION, "the ticket is not valid any more");
        return;
      }
      const wake = createReader(parts, pass, readWatermark(request.query.watermark), socket);
      socket.onClose(parts.streams.add(pass.conversation, wake));
      // The client's empty keep-alive frames double as a slow poll, in case a wake-up was lost between two processes.
      socket.onMessage(wake);
      wake();
    };
    void start();
  },
});
