import type { Agent, DeskAct } from "../../core/activity.ts";
import type { CaseId } from "../../core/ids.ts";
import type { Intake } from "../../ports/intake.ts";
import type { Log } from "../../ports/log.ts";
import type { Store } from "../../ports/store.ts";

export interface TakeActParts {
  readonly store: Pick<Store, "case" | "conversation">;
  readonly intake: Intake;
  readonly log: Log;
}

/** What a member of staff did in Slack. */
export interface StaffAct {
  readonly case: CaseId;
  readonly agent: Agent;
  readonly act: DeskAct;
  /** The signed request came from a lead. */
  readonly lead?: boolean;
  /** The same for every time that Slack tells of it. */
  readonly key: string;
}

/** Gives the act to the one door; resolves to its place once it is stored, to undefined for a case that does not exist. */
export type TakeAct = (act: StaffAct) => Promise<number | undefined>;

/** An act takes the same road as a customer's message: whether it is allowed is decided there, and told in the thread. */
export const createTakeAct =
  ({ store, intake, log }: TakeActParts): TakeAct =>
  async ({ case: id, agent, act, key, lead = false }) => {
    const found = await store.case(id);
    const conversation = found === undefined ? undefined : await store.conversation(found.conversation);
    if (conversation === undefined) return undefined;
    const { seq } = await intake({
      conversation: conversation.id,
      channel: conversation.channel,
      dedupeKey: key,
      activity: { kind: "desk", agent, act, case: id, ...(lead ? { lead } : {}) },
    });
    log.info("desk.act", { agent: agent.id, case: id, act: act.kind });
    return seq;
  };
