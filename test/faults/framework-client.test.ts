import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FrameworkClient, openFrameworkClient } from "./framework-client.ts";
import { questionOf } from "./say-until-taken.ts";
import { newDataFolder, type RunningServer, spawnServer } from "./spawn-server.ts";

/** The client waits 3 to 15 s before it connects again. */
const PATIENCE = { timeout: 60_000, interval: 100 };

describe("Bot Framework's own Direct Line client", () => {
  const folder = newDataFolder();
  let server: RunningServer;
  beforeAll(async () => {
    server = await spawnServer(folder);
  });
  afterAll(async () => {
    await server.end("SIGKILL");
  });

  const insist = async (client: FrameworkClient, n: number): Promise<void> => {
    for (let tries = 0; tries < 100; tries += 1) {
      if ((await client.say(questionOf(n), `m-${n}`)) !== undefined) return;
      await pause(200);
    }
    throw new Error(`message ${n} was never taken`);
  };
  const own = (client: FrameworkClient) => client.heard.filter(({ from }) => from.role !== "bot");
  const answers = (client: FrameworkClient) => client.heard.filter(({ from }) => from.role === "bot").slice(1);

  /** Two questions before, one while it is broken, two after. */
  const talk = async (client: FrameworkClient, breakIt: () => Promise<void>) => {
    for (const n of [0, 1]) await insist(client, n);
    await expect.poll(() => answers(client).length, PATIENCE).toBe(2);
    await breakIt();
    for (const n of [2, 3, 4]) await insist(client, n);
    await expect.poll(() => answers(client).length, PATIENCE).toBe(5);
    await expect.poll(() => own(client).length, PATIENCE).toBe(5);
    await pause(500);
    expect(own(client).map(({ text }) => text)).toEqual([0, 1, 2, 3, 4].map(questionOf));
    const ids = client.heard.map(({ id }) => id);
    expect(new Set(ids).size, "nothing is heard twice").toBe(ids.length);
    expect(answers(client)).toHaveLength(5);
  };

  it("misses and doubles nothing when the process is killed", async () => {
    const client = await openFrameworkClient(server.address, true);
    await talk(client, async () => {
      await server.end("SIGKILL");
      server = await spawnServer(folder, { PORT: new URL(server.address).port });
    });
    client.end();
  });

  it("misses and doubles nothing when the socket is lost", async () => {
    const client = await openFrameworkClient(server.address, true);
    await talk(client, async () => {
      client.cutSockets();
    });
    await expect.poll(() => client.online(), PATIENCE).toBe(true);
    client.end();
  });

  // When a request fails, this client stops to poll for good; only its sockets come back by themselves.
  it("misses and doubles nothing by polling, while the process stays", async () => {
    const client = await openFrameworkClient(server.address, false);
    await talk(client, async () => undefined);
    client.end();
  });
});
