import { randomBytes, randomUUID } from "node:crypto";
import { createApp } from "../../src/app.ts";
import { readConfig } from "../../src/config.ts";
import { createLog } from "../../src/log.ts";
import { createOutgoing } from "../../src/outgoing/create-outgoing.ts";
import { projectRoot } from "../../src/project-root.ts";
import { outgoingTo } from "../fakes/outgoing-to.ts";

/** The program as `src/main.ts` starts it, but whatever calls a far end reaches the server at the given address instead. */
const [, , farEnds = ""] = process.argv;
const config = readConfig();
const instead = outgoingTo(farEnds);
const app = await createApp({
  config,
  root: projectRoot,
  now: () => new Date().toISOString(),
  newId: randomUUID,
  randomKey: () => randomBytes(32),
  madeUpPassword: randomUUID(),
  outgoing: (rules) => (rules.loopback === true ? createOutgoing(rules) : instead(rules)),
  log: createLog(config.LOG_LEVEL),
});
const address = await app.start();
process.stdout.write(`Customer page  ${address}/\n`);
