import type { Activity } from "../../src/core/activity.ts";
import type { Case } from "../../src/core/case.ts";
import { newConversation } from "../../src/core/conversation.ts";
import { agentId, caseId, conversationId } from "../../src/core/ids.ts";
import type { Attempt, Delivery } from "../../src/ports/delivery.ts";
import type { Arrival } from "../../src/ports/intake.ts";
import type { LogBody } from "../../src/ports/log-entry.ts";
import type { Lease, Store, TurnCommit, Want } from "../../src/ports/store.ts";

export const LEASE_MS = 30_000;
export const SENDING_MS = 60_000;

/** What the suite needs of an implementation. */
export interface StoreUnderTest {
  /** Starts at 2026-01-10T01:00Z and moves only when told to. */
  readonly clock: { advance(ms: number): void | Promise<void> };
  readonly store: Store;
  /** Ends the store and opens the same data anew; absent where nothing outlives the store. */
  readonly reopen?: () => Promise<Store>;
  /** Ends what is open and removes the data. */
  readonly dispose: () => Promise<void>;
}

/** Opens an empty store with LEASE_MS and SENDING_MS. */
export type OpenStore = () => Promise<StoreUnderTest>;

const AMPLE = { perSecond: 100_000, burst: 100_000 };

/** As a process asks that serves the web chat and the desk, and is in no hurry to spare anybody. */
export const wants = (max: number): readonly Want[] =>
  ["web-chat", "desk"].map((target) => ({ target, max, budget: AMPLE }));

/** An attempt that was never made. */
export const NOTHING: Attempt = { id: 0, attempts: 0 };

export const agent = { id: agentId("agent-1"), name: "상담원 1" };

export const said = (text: string): Activity => ({ kind: "said", text, masked: 0 });

export const arrival = (conversation: string, key: string, activity: Activity = said(key)): Arrival => ({
  conversation: conversationId(conversation),
  channel: "web-chat",
  dedupeKey: key,
  activity,
});

export const botSays = (text: string): LogBody => ({
  kind: "bot",
  said: { key: "test", text, sources: [], buttons: [] },
});

/** A turn that says `texts`, each delivered to the customer. */
export const turn = (handled: number, texts: readonly string[] = [], more: Partial<TurnCommit> = {}): TurnCommit => ({
  handled,
  state: newConversation("ko"),
  log: texts.map(botSays),
  deliveries: texts.map((_, entry) => ({ target: "channel", entry })),
  record: { outcome: "answered", contentHash: "hash", basis: ["fact"] },
  ...more,
});

export const caseOf = (id: string, conversation: string, more: Partial<Case> = {}): Case => ({
  id: caseId(id),
  conversation: conversationId(conversation),
  status: "queued",
  reason: "asked",
  language: "ko",
  openedAt: "2026-01-10T01:00:00.000Z",
  ...more,
});

export async function mustLease(store: Store): Promise<Lease> {
  const lease = await store.lease();
  if (lease === undefined) throw new Error("There was nothing to lease.");
  return lease;
}

/** Accepts one message, answers it with `texts` and gives the conversation back. */
export async function converse(store: Store, conversation: string, key: string, texts: readonly string[]) {
  const { seq } = await store.accept(arrival(conversation, key));
  const lease = await mustLease(store);
  await store.commit(lease, turn(seq, texts));
  await store.release(lease);
}

/** Words of an entry or of a delivery's entry. */
export const wordsOf = (body: LogBody): string => {
  if (body.kind === "bot") return body.said.text;
  return "text" in body ? body.text : `(${body.kind})`;
};

export const wordsOfDelivery = (delivery: Delivery): string =>
  delivery.cargo.target === "channel"
    ? wordsOf(delivery.cargo.entry.body)
    : delivery.cargo.target === "desk"
      ? delivery.cargo.news.kind
      : delivery.cargo.post.kind;

export const claimAll = (store: Store, max = 10): Promise<readonly Delivery[]> => store.claimDeliveries(wants(max));

export async function claimOne(store: Store): Promise<Delivery> {
  const [delivery, ...others] = await claimAll(store);
  if (delivery === undefined) throw new Error("There was nothing to deliver.");
  if (others.length > 0) throw new Error(`Not one delivery but ${others.length + 1}.`);
  return delivery;
}
