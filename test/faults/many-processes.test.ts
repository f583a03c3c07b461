import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSocket } from "../http/open-socket.ts";
import { obtainPostgres } from "../setup/obtain-postgres.ts";
import { startPostgres, type TestServer } from "../setup/start-postgres.ts";
import { answersOf, questionOf, sayUntilTaken } from "./say-until-taken.ts";
import { newDataFolder, type RunningServer, spawnServer } from "./spawn-server.ts";
import { openWebCustomer, type WebCustomer } from "./web-customer.ts";

const CUSTOMERS = 4;
const EACH = 12;
const programs = obtainPostgres();

describe.skipIf(typeof programs === "string")("two processes on one PostgreSQL", () => {
  let database: TestServer;
  let processes: RunningServer[] = [];
  const start = async (): Promise<RunningServer> => {
    const running = await spawnServer(newDataFolder(), { DATABASE_URL: database.url });
    processes.push(running);
    return running;
  };
  /** Two that are running, started only where they are missing. */
  const two = async (): Promise<RunningServer[]> => {
    processes = processes.filter(({ child }) => child.exitCode === null && child.signalCode === null);
    await Promise.all(Array.from({ length: 2 - processes.length }, start));
    return [...processes];
  };
  beforeAll(async () => {
    if (typeof programs !== "string") database = await startPostgres(programs);
  });
  afterAll(async () => {
    await Promise.all(processes.map((running) => running.end("SIGKILL")));
    await database?.stop();
  });

  /** Customers who go to another process with each message, as behind a load balancer; a dead one is not asked again. */
  async function customersOf(doors: RunningServer[], count = CUSTOMERS) {
    return Promise.all(
      Array.from({ length: count }, async (_, index) => {
        let turn = index;
        const door = (): string => doors[turn % doors.length]?.address ?? "";
        const customer = await openWebCustomer(door);
        const ids: string[] = [];
        const talk = async (messages = EACH): Promise<void> => {
          for (let n = 0; n < messages; n += 1) {
            const id = `m-${index}-${ids.length}`;
            turn += 1;
            const again: WebCustomer = {
              ...customer,
              say: async (...words) => {
                const taken = await customer.say(...words);
                if (!taken) turn += 1;
                return taken;
              },
            };
            await sayUntilTaken(again, questionOf(ids.length), id);
            ids.push(id);
            await pause(10);
          }
        };
        return { customer, ids, talk };
      }),
    );
  }

  /** Every message of the customer once and in order, and an answer to each. */
  async function expectWhole(customers: Awaited<ReturnType<typeof customersOf>>, withinMs: number): Promise<void> {
    for (const { customer, ids } of customers) {
      await expect.poll(async () => (await answersOf(customer)).length, { timeout: withinMs }).toBe(ids.length);
      const messages = await customer.messages();
      const own = messages.flatMap(({ clientId }) => (clientId === undefined ? [] : [clientId]));
      expect(own, "each message of the customer once, in order").toEqual(ids);
      expect(new Set(messages.map(({ id }) => id)).size, "ids are unique").toBe(messages.length);
    }
  }

  it("serve a window at one process with what is said and answered at the other", async () => {
    const doors = await two();
    let at = 0;
    const customer = await openWebCustomer(() => doors[at]?.address ?? "");
    const socket = await openSocket(await customer.streamUrl());
    await socket.until((received) => received.some((frame) => frame.includes("자동 안내 도우미")));
    at = 1;
    expect(await customer.say(questionOf(0), "m-1")).toBe(true);
    const said = await socket.until((received) => received.join("").split('"type":"message"').length >= 4);
    expect(said.join("").match(/m-1/g)).toHaveLength(1);
    socket.destroy();
  });

  it("go on by themselves when the database was away, and refuse quickly meanwhile", async () => {
    const doors = await two();
    const customers = await customersOf(doors);
    const talks = customers.map(({ talk }) => talk());
    await pause(100);
    const restarted = database.restart(1_000);
    await pause(300);
    const asked = performance.now();
    expect(await customers[0]?.customer.post("들리세요?", "m-away")).toBe(503);
    expect(performance.now() - asked).toBeLessThan(3_000);
    await restarted;
    await Promise.all(talks);
    await expectWhole(customers, 5_000);
    expect(doors.map(({ child }) => child.exitCode)).toEqual([null, null]);
  });

  it("end within five seconds on SIGTERM, windows open, and the next ones go on", async () => {
    const doors = await two();
    const customers = await customersOf(doors);
    const sockets = await Promise.all(customers.map(async ({ customer }) => openSocket(await customer.streamUrl())));
    const talks = customers.map(({ talk }) => talk(20));
    for (let n = 0; n < 2; n += 1) {
      await pause(150);
      const [old] = doors;
      doors.push(await start());
      doors.shift();
      const asked = performance.now();
      expect(await old?.end("SIGTERM")).toBe(0);
      expect(performance.now() - asked).toBeLessThan(5_000);
    }
    await Promise.all(talks);
    await expectWhole(customers, 5_000);
    for (const socket of sockets) socket.destroy();
  });

  it("lose, double and reorder nothing when one is killed, whose work the other takes over", async () => {
    const doors = await two();
    const customers = await customersOf(doors);
    const talks = customers.map(({ talk }) => talk());
    await pause(150);
    await doors[0]?.end("SIGKILL");
    doors.shift();
    await Promise.all(talks);
    await expectWhole(customers, 10_000);
  });
});
