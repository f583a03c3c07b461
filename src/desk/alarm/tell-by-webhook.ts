import { createHmac } from "node:crypto";
import type { Instant } from "../../core/day.ts";
import type { Log } from "../../ports/log.ts";
import type { Outgoing } from "../../ports/outgoing.ts";
import type { Store } from "../../ports/store.ts";
import type { TellOfFault } from "./create-desk-alarm.ts";

export interface WebhookParts {
  readonly url: string;
  /** Signs each call when given. */
  readonly secret?: string;
  readonly outgoing: Outgoing;
  readonly store: Pick<Store, "figures">;
  readonly now: () => Instant;
  readonly log: Log;
}

/** Posts what happened to the desk as JSON: ids, words of the far end and counts, never anything of a person. */
export const tellByWebhook =
  ({ url, secret, outgoing, store, now, log }: WebhookParts): TellOfFault =>
  async ({ word, since, endedAt }, what) => {
    const waiting = await store.figures().then(
      ({ cases }) => cases.map(({ status, count, oldestSeconds }) => ({ status, count, oldestSeconds })),
      () => [],
    );
    const body = JSON.stringify({
      id: `desk-fault/${since}/${what}`,
      kind: what === "beginning" ? "desk-stopped" : "desk-back",
      word,
      since,
      ...(what === "end" && endedAt !== undefined ? { until: endedAt } : {}),
      cases: waiting,
    });
    const seconds = String(Math.floor(Date.parse(now()) / 1_000));
    const result = await outgoing({
      method: "POST",
      url,
      headers: {
        "content-type": "application/json",
        "idempotency-key": `desk-fault/${since}/${what}`,
        ...(secret === undefined ? {} : signed(secret, seconds, body)),
      },
      body,
    });
    const taken = result.kind === "answered" && result.status >= 200 && result.status < 300;
    if (!taken) {
      const why = result.kind === "answered" ? `status ${result.status}` : result.why;
      log.error("desk.alarm_not_taken", { what, why });
    }
    return taken;
  };

/** As calls to live support are signed (docs/desk/live-support.md). */
const signed = (secret: string, seconds: string, body: string) => ({
  "x-ansim-timestamp": seconds,
  "x-ansim-signature": `v1=${createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex")}`,
});
