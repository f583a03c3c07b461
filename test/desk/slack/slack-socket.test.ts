import { afterEach, describe, expect, it } from "vitest";
import { openSlackSocket, type SlackSocket } from "../../../src/desk/slack/slack-socket.ts";
import { createServer } from "../../../src/http/create-server.ts";
import type { Socket } from "../../../src/ports/web.ts";
import { createKeptLog } from "../../http/create-kept-log.ts";

const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** Slack's end of socket mode: hands out an address, and tells what the test wants over the line. */
async function startLine(mayOpen = true) {
  const log = createKeptLog();
  const acknowledged: string[] = [];
  let line: Socket | undefined;
  let address = "";
  const server = createServer({
    routes: [
      {
        method: "POST",
        path: "/api/apps.connections.open",
        handle: async () => ({
          status: 200,
          body: mayOpen
            ? { ok: true, url: `${address.replace("http", "ws")}/line` }
            : { ok: false, error: "invalid_auth" },
        }),
      },
    ],
    sockets: [
      {
        path: "/line",
        open: (_request, socket) => {
          line = socket;
          socket.onMessage((text) => acknowledged.push(text));
          socket.send(JSON.stringify({ type: "hello", num_connections: 1 }));
        },
      },
    ],
    files: [],
    ready: () => true,
    log,
  });
  address = await server.listen(0, "127.0.0.1");
  closing.push(() => server.close());
  return {
    apiUrl: `${address}/api/`,
    log,
    acknowledged,
    tell: (envelope: string, retry = 0) =>
      line?.send(
        JSON.stringify({
          envelope_id: envelope,
          type: "events_api",
          accepts_response_payload: false,
          retry_attempt: retry,
          retry_reason: "",
          payload: { type: "event_callback", team_id: "T1", event: { type: "message" } },
        }),
      ),
  };
}

const until = async (holds: () => boolean): Promise<void> => {
  for (let waited = 0; !holds() && waited < 500; waited += 1) await new Promise((resolve) => setTimeout(resolve, 10));
};

const started = async (socket: SlackSocket): Promise<void> => {
  await socket.start();
  closing.push(() => socket.stop());
};

describe("socket mode", () => {
  it("acknowledges what was stored, after it was, and nothing else", async () => {
    const line = await startLine();
    const stored: number[] = [];
    let broken = true;
    const socket = openSlackSocket({
      appToken: "xapp-1",
      apiUrl: line.apiUrl,
      log: line.log,
      receive: async (_body, retries) => {
        expect(line.acknowledged).toEqual([]);
        if (broken) throw new Error("no store");
        stored.push(retries);
        return undefined;
      },
    });
    await started(socket);
    line.tell("first");
    await until(() => JSON.stringify(line.log.lines).includes("desk.slack_not_taken"));
    expect(line.acknowledged).toEqual([]);
    broken = false;
    line.tell("first", 1);
    await until(() => line.acknowledged.length > 0);
    expect(stored).toEqual([1]);
    expect(line.acknowledged.map((text) => JSON.parse(text).envelope_id)).toEqual(["first"]);
  });

  it("that Slack does not open stops the start with what to do", async () => {
    const line = await startLine(false);
    const socket = openSlackSocket({
      appToken: "xapp-1",
      apiUrl: line.apiUrl,
      log: line.log,
      receive: async () => undefined,
    });
    await expect(socket.start()).rejects.toMatchObject({
      code: "CONFIG_INVALID",
      message: expect.stringContaining("SLACK_APP_TOKEN"),
    });
  });
});
