import { randomBytes, randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type App, createApp } from "../../src/app.ts";
import { readConfig } from "../../src/config.ts";
import { createLog } from "../../src/log.ts";
import { projectRoot } from "../../src/project-root.ts";
import { newDataFolder } from "./spawn-server.ts";
import { openWebCustomer } from "./web-customer.ts";

/** A Monday at ten in Korea. */
const BEGIN = Date.parse("2026-01-12T01:00:00.000Z");

let app: App;
let address: string;
let passedMs = 0;
const folder = newDataFolder();

const start = async () => {
  const real = Date.now();
  app = await createApp({
    config: readConfig({ PORT: "0", DATA_DIR: folder }),
    root: projectRoot,
    now: () => new Date(BEGIN + passedMs + Date.now() - real).toISOString(),
    newId: randomUUID,
    randomKey: () => randomBytes(32),
    madeUpPassword: "made-up-password",
    log: createLog("silent"),
  });
  address = await app.start();
};

beforeAll(start);
afterAll(async () => {
  await app.stop();
  await rm(folder, { recursive: true, force: true });
});

it("a timer that was set before a restart comes due after it, and reaches the customer", async () => {
  const customer = await openWebCustomer(() => address);
  const hears = (words: string) =>
    expect
      .poll(async () => (await customer.messages()).filter(({ text }) => text.includes(words)).length, {
        timeout: 20_000,
      })
      .toBe(1);
  expect(await customer.say("상담원 연결해 주세요", "m1")).toBe(true);
  await hears("지금 순서를 기다리고 있어요");
  await app.stop();
  await start();
  passedMs += 21 * 60_000;
  await hears("오래 기다리시게 해서 죄송해요");
});
