import type { Activity } from "../core/activity.ts";
import type { ConversationState } from "../core/conversation.ts";
import type { Decision } from "../core/decision.ts";
import { decideDesk } from "../handoff/decide-desk.ts";
import { decideReOpen } from "../handoff/decide-re-open.ts";
import { decideTakeBack, holdReplies, lettingGo } from "../handoff/decide-reply.ts";
import type { DecideWith } from "./decide-with.ts";
import { withParting } from "./with-parting.ts";

/** What a member of staff did. A reply is held for as long as it may be taken back. */
export function decideStaff(
  state: ConversationState,
  activity: Extract<Activity, { kind: "desk" }>,
  use: DecideWith,
): Decision {
  const { checkReply, seq, now, clocks } = use;
  const decided =
    decideTakeBack(state, activity) ??
    decideReOpen(state, activity) ??
    botIsOff(state, activity, use) ??
    noSupport(activity, use) ??
    decideDesk(state.owner, activity, checkReply, use.case?.agent);
  const held = holdReplies(decided, { seq, now, undoSeconds: clocks.undoSeconds });
  return withParting(state, lettingGo(held, state), use);
}

/** Nobody can be given back to a bot that is off in their channel. */
function botIsOff(
  { owner }: ConversationState,
  { act, agent }: Extract<Activity, { kind: "desk" }>,
  { off }: DecideWith,
): Decision | undefined {
  if (!off.bot || act.kind !== "hand-back" || owner.kind !== "agent" || owner.agent !== agent.id) return undefined;
  return { outcome: "refused", effects: [{ kind: "refuse", agent, why: "bot-off", case: owner.case }] };
}

/** Nothing can be passed on to live support that is not there. */
const noSupport = (
  { act, agent }: Extract<Activity, { kind: "desk" }>,
  { straightOn }: DecideWith,
): Decision | undefined =>
  act.kind === "escalate" && straightOn === undefined
    ? { outcome: "refused", effects: [{ kind: "refuse", agent, why: "no-support" }] }
    : undefined;
