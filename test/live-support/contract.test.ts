import { liveSupportContract } from "./live-support.contract.ts";
import { startFarHub } from "./start-far-hub.ts";
import { startFarWebhook } from "./start-far-webhook.ts";

/** The clock of the program under test starts then, see `startApp`. */
const START = Date.parse("2026-01-12T01:00:00.000Z");
const begun = performance.now();

liveSupportContract("webhook", () => startFarWebhook(() => START + performance.now() - begun));
liveSupportContract("hub", startFarHub);
