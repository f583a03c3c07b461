import type { Channel } from "../ports/channel.ts";
import type { Delivery, SendResult } from "../ports/delivery.ts";
import type { Desk } from "../ports/desk.ts";
import type { Log } from "../ports/log.ts";
import type { Store, Want } from "../ports/store.ts";

const BATCH = 32;
const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 60_000;

const never = (): boolean => false;

export interface DeliverWith {
  readonly channels: ReadonlyMap<string, Channel>;
  readonly desk: Desk;
  readonly log: Log;
}

/** Sends stored departures until none is due: claim → send → settle. Each result is classified, never guessed. */
export async function deliverDue(store: Store, use: DeliverWith, stopped = never): Promise<void> {
  while (!stopped()) {
    const due = await store.claimDeliveries(wantsOf(use));
    if (due.length === 0) return;
    await Promise.all(due.map((delivery) => deliver(store, delivery, use)));
  }
}

/** Words for a channel that nobody can push to wait until the channel collects them. */
const wantsOf = ({ channels, desk }: DeliverWith): readonly Want[] => [
  ...[...channels.values()]
    .filter(({ can }) => can.push !== "none")
    .map(({ id, reach }) => ({ target: id, max: BATCH, budget: reach.budget })),
  { target: "desk", max: BATCH, budget: desk.reach.budget },
];

async function deliver(store: Store, delivery: Delivery, use: DeliverWith): Promise<void> {
  const result = await send(delivery, use);
  if (result.kind !== "sent") {
    use.log.warn("delivery", { id: delivery.id, target: delivery.cargo.target, result: result.kind });
  }
  await store.settleDelivery(delivery, result);
}

async function send(delivery: Delivery, use: DeliverWith): Promise<SendResult> {
  const { cargo, channel: name, attempts } = delivery;
  try {
    if (cargo.target === "desk") return await use.desk.send({ ...delivery, news: cargo.news });
    const channel = use.channels.get(name);
    return channel === undefined
      ? { kind: "refused", why: `no channel ${name}` }
      : await channel.send({ ...delivery, entry: cargo.entry });
  } catch (error) {
    use.log.error("send failed", { target: cargo.target, error: error instanceof Error ? error.name : "unknown" });
    return { kind: "later", afterMs: Math.min(FIRST_RETRY_MS * 2 ** attempts, LONGEST_RETRY_MS) };
  }
}
