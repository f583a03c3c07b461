import { type CallBackTicket, ticketChange } from "../core/call-back-ticket.ts";
import type { Case } from "../core/case.ts";
import type { Instant } from "../core/day.ts";
import { supportId } from "../core/live-support.ts";
import type { SupportCargo } from "../ports/delivery.ts";
import type { NewId } from "../ports/new-id.ts";
import type { SupportPost } from "../ports/support-post.ts";
import type { SupportTargets } from "./turn-with.ts";

/** A passing on that this turn began gets its name. */
export const withSupportId = (changed: Case | undefined, newId: NewId): Case | undefined =>
  changed?.support?.id === ""
    ? { ...changed, support: { ...changed.support, id: supportId(changed.id, newId()) } }
    : changed;

/** What live support has to be told after a turn. It may have heard of what it was told too late to do: that is withdrawn. */
export function supportPosts(
  before: Case | undefined,
  after: Case | undefined,
  ticket: CallBackTicket | undefined,
  { cases, callBacks }: SupportTargets = {},
): readonly SupportCargo[] {
  const [was, is] = [before?.support, after?.support];
  const posts: SupportPost[] = [];
  if (after !== undefined && is !== undefined && was?.id !== is.id) {
    posts.push({ kind: "initiate", case: after.id, support: is.id });
  }
  if (after !== undefined && is !== undefined && was?.state !== is.state && LEFT.has(is.state)) {
    posts.push({ kind: "withdraw", case: after.id, support: is.id });
  }
  return [
    ...(cases === undefined ? [] : posts.map((post): SupportCargo => ({ target: "support", via: cases, post }))),
    ...(callBacks === undefined || ticket === undefined
      ? []
      : [
          {
            target: "support",
            via: callBacks,
            post: { kind: "call-back", case: ticket.case, version: ticket.version },
          } as const,
        ]),
  ];
}

const LEFT: ReadonlySet<string> = new Set(["overdue", "withdrawn"]);

/** The case's wish to be called back, when this turn changed it. */
export function ticketOf(
  before: Case | undefined,
  after: Case | undefined,
  { now, seq }: { readonly now: Instant; readonly seq: number },
): CallBackTicket | undefined {
  const change = after === undefined ? undefined : ticketChange(before, after);
  if (after === undefined || change === undefined) return undefined;
  const { id, conversation, language } = after;
  return { case: id, conversation, language, ...change, changedAt: now, version: seq };
}
