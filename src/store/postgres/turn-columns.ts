import type { UnclearUtterance } from "../../core/review.ts";
import { lastChanges } from "../../core/timer.ts";
import type { NewDelivery } from "../../ports/delivery.ts";
import type { Lease, TurnCommit } from "../../ports/store.ts";

/** A turn under its lease. */
export interface Written {
  readonly lease: Lease;
  readonly turn: TurnCommit;
}

type Cell = string | number | null;
type Row = readonly Cell[];

/** The values of the commit statement, in its order: a column of each of its tables, and `leaseMs`. */
export const turnColumns = (written: readonly Written[], leaseMs: number): readonly (Cell | readonly Cell[])[] => [
  ...columns(12, written.map(turnRow)),
  leaseMs,
  ...columns(
    3,
    ofEach(written, ({ log }) => log.map((body, entry) => [entry, JSON.stringify(body)])),
  ),
  ...columns(7, ofEach(written, caseRows)),
  written.flatMap(({ turn }, n) => (turn.deliveries.some(({ target }) => target === "channel") ? [n] : [])),
  ...columns(
    2,
    ofEach(written, ({ again = [] }) => again.map((seq) => [seq])),
  ),
  ...columns(
    5,
    ofEach(written, ({ deliveries }) => deliveries.map(deliveryRow)),
  ),
  ...columns(
    6,
    ofEach(written, ({ unclear = [] }) => unclear.map(unclearRow)),
  ),
  ...columns(
    2,
    ofEach(written, (turn) => timersOf(turn, "cancel")),
  ),
  ...columns(
    3,
    ofEach(written, (turn) => timersOf(turn, "set")),
  ),
  ...columns(5, ofEach(written, callBackRows)),
  ...columns(4, ofEach(written, surveyRows)),
];

/** Arrays for `unnest`. */
const columns = (width: number, rows: readonly Row[]): readonly (readonly Cell[])[] =>
  Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? null));

/** What belongs to each turn, after the turn's place. */
const ofEach = (written: readonly Written[], rowsOf: (turn: TurnCommit) => readonly Row[]): readonly Row[] =>
  written.flatMap(({ turn }, n) => rowsOf(turn).map((row) => [n, ...row]));

function turnRow({ lease, turn }: Written, n: number): Row {
  const { outcome, contentHash, understanding, basis, audit } = turn.record;
  return [
    ...[n, lease.conversation, lease.fence, turn.handled, JSON.stringify(turn.state), turn.log.length],
    ...[outcome, contentHash, understanding === undefined ? null : JSON.stringify(understanding)],
    ...[JSON.stringify(basis), audit === undefined ? null : JSON.stringify(audit)],
    turn.switches ?? null,
  ];
}

function caseRows({ case: changed }: TurnCommit): readonly Row[] {
  if (changed === undefined) return [];
  const { id, status, openedAt, closedAt, claimedAt } = changed;
  return [[id, status, openedAt, closedAt ?? null, JSON.stringify(changed), claimedAt ?? null]];
}

function deliveryRow(delivery: NewDelivery): Row {
  switch (delivery.target) {
    case "channel":
      return ["channel", delivery.entry, null, null];
    case "desk":
      return ["desk", null, JSON.stringify(delivery.news), "desk"];
    case "support":
      return ["support", null, JSON.stringify(delivery.post), delivery.via];
  }
}

const callBackRows = ({ callBack: ticket }: TurnCommit): readonly Row[] =>
  ticket === undefined ? [] : [[ticket.case, ticket.status, ticket.slot.from, JSON.stringify(ticket)]];

/** A turn changes one survey at most. */
function surveyRows({ surveys = [] }: TurnCommit): readonly Row[] {
  const [first] = surveys;
  if (first === undefined) return [];
  const answered = surveys.find((change) => change.kind === "answered");
  const commented = surveys.find((change) => change.kind === "commented");
  return [[first.case, answered?.answer ?? null, commented?.comment ?? null]];
}

const unclearRow = ({ id, language, text, guesses, day }: UnclearUtterance): Row => [
  ...[id, language, text],
  ...[JSON.stringify(guesses), day],
];

/** Names to cancel, or names and delays to set. */
const timersOf = ({ timers = [] }: TurnCommit, kind: "cancel" | "set"): readonly Row[] =>
  lastChanges(timers)
    .filter((change) => change.kind === kind)
    .map((change) => [change.timer, ...(change.kind === "set" ? [change.afterMs] : [])]);
