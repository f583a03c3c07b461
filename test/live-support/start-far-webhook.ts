import { createHmac } from "node:crypto";
import { messageSchema } from "../../src/live-support/message.ts";
import { isSigned, signed } from "../../src/live-support/signature.ts";
import { startFarServer } from "../fakes/far-server.ts";
import { noFaults } from "../fakes/fault-plan.ts";
import type { FarSupport, TakenPost } from "./far-support.ts";

export const SECRET = "a-secret-of-live-support-that-is-long";

/** A receiver that keeps to the documented form: checks the signature, knows deliveries by their name, takes each once. */
export async function startFarWebhook(nowMs: () => number): Promise<FarSupport> {
  const faults = noFaults();
  const taken = new Map<string, TakenPost>();
  const wrong: string[] = [];
  let calls = 0;
  let refusal: number | undefined;
  const far = await startFarServer({
    faults,
    seen: () => {
      calls += 1;
    },
    answer: ({ body, headers, path, method }) => {
      if (refusal !== undefined) return { status: refusal };
      const bytes = Buffer.from(body);
      const timestamp = String(headers["x-ansim-timestamp"]);
      const right = `v1=${createHmac("sha256", SECRET).update(`${timestamp}.`).update(bytes).digest("hex")}`;
      if (headers["x-ansim-signature"] !== right) wrong.push("signature");
      if (!isSigned({ body: bytes, timestamp, signature: right }, SECRET, nowMs())) wrong.push("timestamp");
      const message = messageSchema.parse(JSON.parse(body));
      if (headers["idempotency-key"] !== message.delivery) wrong.push("idempotency-key");
      if (method !== "POST" || path !== "/cases") wrong.push(`${method} ${path}`);
      if (taken.has(message.delivery)) return { status: 409 };
      const support = message.kind === "call-back" ? undefined : message.support;
      taken.set(message.delivery, { support, kind: message.kind, body });
      return { status: 202 };
    },
  });
  return {
    name: "webhook",
    settings: { LIVE_SUPPORT_WEBHOOK_URL: `${far.address}/cases`, LIVE_SUPPORT_WEBHOOK_SECRET: SECRET },
    repeats: true,
    fail: faults.first,
    refuse: (status) => {
      refusal = status;
    },
    taken: () => {
      if (wrong.length > 0) throw new Error(wrong.join(", "));
      return [...taken.values()];
    },
    calls: () => calls,
    report: async (address, support, status, message) => {
      const body = JSON.stringify({ support, status, ...(message && { message }) });
      const headers = { "content-type": "application/json", ...signed(body, SECRET, nowMs()) };
      return (await fetch(`${address}/live-support/status`, { method: "POST", headers, body })).status;
    },
    close: far.stop,
  };
}
