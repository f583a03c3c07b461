import { spawnSync } from "node:child_process";
import { afterEach, expect, it } from "vitest";
import { projectRoot } from "../../src/project-root.ts";
import { newDataFolder, type RunningServer, serverEnv, spawnServer } from "./spawn-server.ts";
import { openWebCustomer } from "./web-customer.ts";

let server: RunningServer | undefined;

afterEach(async () => {
  await server?.end("SIGKILL");
  server = undefined;
});

const startAgain = (env: NodeJS.ProcessEnv) =>
  spawnSync(process.execPath, ["scripts/run.mjs", "main"], {
    cwd: projectRoot,
    env,
    encoding: "utf8",
    timeout: 60_000,
  });

it("refuses a second process on the same data folder and says what to do", async () => {
  const folder = newDataFolder();
  server = await spawnServer(folder);
  const second = startAgain(serverEnv(folder));
  expect(second.status).toBe(1);
  expect(second.stderr).toContain("DATA_FOLDER_IN_USE");
  expect(second.stderr).toContain(folder);
});

it("stops at a bad setting with every fault at once", () => {
  const { status, stderr } = startAgain(serverEnv(newDataFolder(), { PORT: "no", AS_OF: "2025-09-31" }));
  expect(status).toBe(1);
  expect(stderr).toMatch(/CONFIG_INVALID[\s\S]*PORT[\s\S]*AS_OF/);
});

it("says so when the port is taken", async () => {
  server = await spawnServer(newDataFolder());
  const { status, stderr } = startAgain(serverEnv(newDataFolder(), { PORT: new URL(server.address).port }));
  expect(status).toBe(1);
  expect(stderr).toContain("PORT_IN_USE");
});

it.each(["SIGINT", "SIGTERM"] as const)("drains and ends with 0 on %s, and goes on afterwards", async (signal) => {
  const folder = newDataFolder();
  server = await spawnServer(folder);
  let { address } = server;
  const customer = await openWebCustomer(() => address);
  expect(await customer.say("안녕하세요", "m-1")).toBe(true);
  expect(await server.end(signal)).toBe(0);

  server = await spawnServer(folder);
  address = server.address;
  await expect
    .poll(async () => (await customer.messages()).map(({ from }) => from), { timeout: 10_000 })
    .toEqual(["bot", "user", "bot"]);
});

it("writes no words, numbers or names of customers into its log", async () => {
  server = await spawnServer(newDataFolder());
  const { address } = server;
  const customer = await openWebCustomer(() => address);
  const secrets = ["010-1234-5678", "900101-1234568", "홍길동", "소액결제"];
  await customer.say(`저는 ${secrets.join(" ")} 관련해서 상담원 연결해 주세요`, "m-1");
  await expect.poll(async () => (await customer.messages()).length, { timeout: 10_000 }).toBeGreaterThan(2);
  expect(await server.end("SIGTERM")).toBe(0);
  const output = server.output();
  for (const secret of [...secrets, "01012345678", "상담원"]) expect(output).not.toContain(secret);
  expect(output).toMatch(/"msg":"turn"/);
});
