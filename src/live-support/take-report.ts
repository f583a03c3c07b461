import { caseId } from "../core/ids.ts";
import { caseOfSupport } from "../core/live-support.ts";
import type { Intake } from "../ports/intake.ts";
import type { LiveSupport, TakeReport } from "../ports/live-support.ts";
import type { Log } from "../ports/log.ts";
import type { Store } from "../ports/store.ts";

export interface TakeReportParts {
  readonly store: Pick<Store, "case" | "conversation">;
  readonly intake: Intake;
  readonly log: Log;
}

/** A report takes the same road as a customer's message; the same one again is a duplicate there. */
export const createTakeReport =
  ({ store, intake, log }: TakeReportParts): TakeReport =>
  async ({ support, status, message }) => {
    const found = await store.case(caseId(caseOfSupport(support)));
    const conversation = found === undefined ? undefined : await store.conversation(found.conversation);
    if (found?.support === undefined || conversation === undefined) return false;
    await intake({
      conversation: conversation.id,
      channel: conversation.channel,
      dedupeKey: `support:${support}:${status}`,
      activity: { kind: "support", support, status, ...(message === undefined ? {} : { message }) },
    });
    log.info("support.report", { case: found.id, status });
    return true;
  };

/** What live support will never take comes back to the desk at once, and not only when its time is over. */
export const tellingOfRefusal = (support: LiveSupport, take: TakeReport): LiveSupport => ({
  ...support,
  send: async (parcel) => {
    const result = await support.send(parcel);
    if (result.kind === "refused" && parcel.post.kind === "initiate") {
      await take({ support: parcel.post.support, status: "failed", message: result.why });
    }
    return result;
  },
});
