import type { Channel } from "../ports/channel.ts";
import type { Delivery, SendResult } from "../ports/delivery.ts";
import type { Desk } from "../ports/desk.ts";
import type { LiveSupport } from "../ports/live-support.ts";
import type { InDoubt, LookedUp, Reach } from "../ports/reach.ts";

/** The ways to everybody that this process can send to. */
export interface Ways {
  /** By id. */
  readonly channels: ReadonlyMap<string, Channel>;
  readonly desk: Desk;
  /** By id; none when absent. */
  readonly supports?: ReadonlyMap<string, LiveSupport>;
}

/** One delivery with its way: what can be done with it. */
export interface Addressed {
  readonly inDoubt: InDoubt<unknown>["kind"];
  readonly send: () => Promise<SendResult>;
  /** Whether it has arrived; undefined where nobody can be asked. */
  readonly ask: (() => Promise<LookedUp>) | undefined;
}

/** The id under which a delivery is claimed, budgeted and held. */
export function targetOf({ cargo, channel }: Delivery): string {
  switch (cargo.target) {
    case "desk":
      return "desk";
    case "support":
      return cargo.via;
    case "channel":
      return channel;
  }
}

/** Undefined when this process has no such channel, or no such live support. */
export function addressParcel(delivery: Delivery, { channels, desk, supports }: Ways): Addressed | undefined {
  const { cargo, channel: id } = delivery;
  if (cargo.target === "desk") return addressed(desk, { ...delivery, news: cargo.news });
  if (cargo.target === "support") {
    const support = supports?.get(cargo.via);
    return support === undefined ? undefined : addressed(support, { ...delivery, post: cargo.post });
  }
  const channel = channels.get(id);
  return channel === undefined ? undefined : addressed(channel, { ...delivery, entry: cargo.entry });
}

interface Way<Parcel> {
  readonly reach: Reach<Parcel>;
  send(parcel: Parcel): Promise<SendResult>;
}

function addressed<Parcel>(way: Way<Parcel>, parcel: Parcel): Addressed {
  const { inDoubt } = way.reach;
  return {
    inDoubt: inDoubt.kind,
    send: () => way.send(parcel),
    ask: inDoubt.kind === "ask" ? () => inDoubt.ask(parcel) : undefined,
  };
}
