import { setTimeout as pause } from "node:timers/promises";
import { afterEach, expect, it } from "vitest";
import { answersOf, questionOf, sayUntilTaken } from "./say-until-taken.ts";
import { newDataFolder, type RunningServer, spawnServer } from "./spawn-server.ts";
import { openWebCustomer } from "./web-customer.ts";

const KILLS = 4;
const PER_LIFE = 6;
const CUSTOMERS = 3;

let server: RunningServer | undefined;

afterEach(async () => {
  await server?.end("SIGKILL");
});

it("loses nothing acknowledged and repeats nothing when it is killed again and again", async () => {
  const folder = newDataFolder();
  let running = await spawnServer(folder);
  server = running;
  const customers = await Promise.all(Array.from({ length: CUSTOMERS }, () => openWebCustomer(() => running.address)));
  const sent = customers.map((): string[] => []);

  for (let life = 0; life <= KILLS; life += 1) {
    const talks = customers.map(async (customer, index) => {
      for (let n = 0; n < PER_LIFE; n += 1) {
        const id = `m-${index}-${life}-${n}`;
        await sayUntilTaken(customer, questionOf(n), id);
        sent[index]?.push(id);
      }
    });
    if (life < KILLS) {
      await pause(20 + 37 * life);
      await running.end("SIGKILL");
      running = await spawnServer(folder, { PORT: new URL(running.address).port });
      server = running;
    }
    await Promise.all(talks);
  }

  const expected = PER_LIFE * (KILLS + 1);
  for (const [index, customer] of customers.entries()) {
    await expect.poll(async () => (await answersOf(customer)).length, { timeout: 20_000 }).toBe(expected);
    const messages = await customer.messages();
    const own = messages.flatMap(({ clientId }) => (clientId === undefined ? [] : [clientId]));
    expect(own, "each message of the customer once, in order").toEqual(sent[index]);
    expect(new Set(messages.map(({ id }) => id)).size, "ids are unique").toBe(messages.length);
  }
}, 120_000);
