import { conversationId } from "../../src/core/ids.ts";
import { createServer } from "../../src/http/create-server.ts";
import type { Intake } from "../../src/ports/intake.ts";
import type { WebRoute } from "../../src/ports/web.ts";
import { boundIntake } from "../../src/turn/bound-intake.ts";
import { createKeptMeter } from "../ports/create-kept-meter.ts";
import { createKeptLog } from "./create-kept-log.ts";

// A server on a store that never answers; prints its address.
const never: Intake = () => new Promise(() => undefined);
const meter = createKeptMeter();
const door = boundIntake(never, meter);
const say: WebRoute = {
  method: "POST",
  path: "/say",
  handle: async ({ body }) => {
    const activity = { kind: "said", text: body.toString(), masked: 0 } as const;
    await door({ conversation: conversationId("c"), channel: "x", dedupeKey: "k", activity });
    return { status: 200 };
  },
};
const seen: WebRoute = {
  method: "GET",
  path: "/seen",
  handle: async () => ({ status: 200, body: { rss: process.memoryUsage().rss, counted: meter.counted } }),
};
const server = createServer({
  routes: [say],
  watch: [seen],
  sockets: [],
  files: [],
  ready: () => true,
  log: createKeptLog(),
  meter,
});
process.stdout.write(`${await server.listen(0, "127.0.0.1")}\n`);
