import { formatSlot } from "../content/format-fact.ts";
import { knowledgeOf } from "../content/knowledge.ts";
import { waitEstimate } from "../handoff/wait-estimate.ts";
import { decideTurn } from "./decide-turn.ts";
import type { DecidedTurn } from "./decided-turn.ts";
import { tellNobody } from "./tell-nobody.ts";
import { tellQueue, tellsQueue } from "./tell-queue.ts";
import { tellsTranscript, tellTranscript } from "./tell-transcript.ts";
import { tellUnread } from "./tell-unread.ts";
import type { ReadQueue, Turn, TurnWith } from "./turn-with.ts";

/** Decides an arrival at the clock's moment. Where the customer is told how the queue stands, it is looked up. */
export async function decideArrival(turn: Turn, use: TurnWith, readQueue: ReadQueue): Promise<DecidedTurn> {
  const decided = withUnread(turn, decideNow(turn, use), use);
  if (tellsTranscript(decided.decision)) return withTranscript(turn, decided, use);
  return tellsQueue(decided.decision) ? withQueue(turn, decided, use, readQueue) : decided;
}

function decideNow({ lease, arrival, state, off }: Turn, use: TurnWith): DecidedTurn {
  const { content, pack, clock } = use;
  const { activity } = arrival;
  return decideTurn(state, activity, {
    understand: use.understand,
    dialogs: use.dialogs,
    packOffDialogs: use.packOffDialogs,
    off,
    knowledge: knowledgeOf(content, pack, clock.local(), off),
    incidentName: pack.incident.title[activity.kind === "opened" ? activity.language : state.language],
    checkReply: use.checkReply,
    seq: arrival.seq,
    now: clock.now(),
    at: clock.local(),
    clocks: content.clocks,
    slotLabel: formatSlot,
    waitsForCustomer: use.pushOf?.(lease.channel) === "none",
    ...(use.liveSupport?.cases === undefined ? {} : { straightOn: content.liveSupport.straightOn }),
    ...(lease.case === undefined ? {} : { case: lease.case }),
  });
}

const withUnread = ({ state }: Turn, decided: DecidedTurn, { deskUnread }: TurnWith): DecidedTurn =>
  deskUnread?.() === true ? { ...decided, decision: tellUnread(decided.decision, state) } : decided;

async function withTranscript({ lease, state }: Turn, decided: DecidedTurn, use: TurnWith): Promise<DecidedTurn> {
  const onPage = use.hasPage?.(lease.channel) ?? false;
  const entries = onPage ? [] : ((await use.readEntries?.(lease.conversation, 0)) ?? []);
  const { language } = decided.understanding ?? state;
  return { ...decided, decision: tellTranscript(decided.decision, { entries, language, onPage }) };
}

/** A queue that cannot be read now is told as unknown. */
async function withQueue(
  { lease }: Turn,
  decided: DecidedTurn,
  { content, pack, clock }: TurnWith,
  readQueue: ReadQueue,
): Promise<DecidedTurn> {
  const now = clock.now();
  const { slots } = knowledgeOf(content, pack, clock.local()).desk;
  const { estimate } = content.clocks;
  const queue = await readQueue(lease.case?.openedAt ?? now, estimate.casesAtMost).catch(() => undefined);
  if (queue === undefined) return decided;
  if (queue.nobodyThere === true) return { ...decided, decision: tellNobody(decided.decision, queue.ahead, slots) };
  const minutes = waitEstimate(queue.taken, now, content.hours.plan, estimate);
  const told = { kind: "queue", ahead: queue.ahead, ...(minutes === undefined ? {} : { minutes }) } as const;
  return { ...decided, decision: tellQueue(decided.decision, told) };
}
