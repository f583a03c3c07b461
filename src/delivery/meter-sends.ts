import type { Channel } from "../ports/channel.ts";
import type { SendResult } from "../ports/delivery.ts";
import type { Desk } from "../ports/desk.ts";
import type { LiveSupport } from "../ports/live-support.ts";
import { type Meter, type Way, wayOf } from "../ports/meter.ts";

/** The channel, with every attempt counted and measured. */
export const meteredChannel = (channel: Channel, meter: Meter): Channel => ({
  ...channel,
  send: (letter) => measured(meter, wayOf(channel.id), () => channel.send(letter)),
});

/** The desk, with every attempt counted and measured. */
export const meteredDesk = (desk: Desk, meter: Meter): Desk => ({
  ...desk,
  send: (post) => measured(meter, "desk", () => desk.send(post)),
});

/** Live support, with every attempt counted and measured. */
export const meteredSupport = (support: LiveSupport, meter: Meter): LiveSupport => ({
  ...support,
  send: (parcel) => measured(meter, wayOf(support.id), () => support.send(parcel)),
});

async function measured(meter: Meter, to: Way, send: () => Promise<SendResult>): Promise<SendResult> {
  const start = performance.now();
  try {
    const result = await send();
    meter.count("send", { to, result: result.kind });
    return result;
  } catch (error) {
    meter.count("send", { to, result: "threw" });
    throw error;
  } finally {
    meter.observe("send", { to }, (performance.now() - start) / 1_000);
  }
}
