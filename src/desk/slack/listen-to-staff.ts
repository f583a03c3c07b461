import type { AckFn, App, ViewResponseAction } from "@slack/bolt";
import { type CaseId, caseId } from "../../core/ids.ts";
import type { ViewCase } from "../../ports/desk-view.ts";
import type { Log } from "../../ports/log.ts";
import type { Store } from "../../ports/store.ts";
import { type SlackUser, slackAgentId } from "./agent-names.ts";
import { ACTIONS, actOf, caseOfValue } from "./case-actions.ts";
import { listenToPicks } from "./listen-to-picks.ts";
import { type Note, readNote } from "./read-note.ts";
import { writeWindow } from "./reply-window.ts";
import { envelopeSchema, pressedSchema, submittedSchema } from "./slack-body.ts";
import type { CallSlack } from "./slack-calls.ts";
import type { StaffAct } from "./take-act.ts";
import { type TakeReplyParts, takeReply } from "./take-reply.ts";
import { placeName } from "./thread.ts";

export interface ListenParts extends TakeReplyParts {
  readonly viewCase: ViewCase;
  readonly store: Pick<Store, "case" | "caseAt">;
  readonly agentOf: (user: SlackUser) => Promise<StaffAct["agent"]>;
  readonly call: CallSlack;
  /** The triage channel. */
  readonly channel: string;
  /** Our own user in Slack; undefined while nobody knows. */
  readonly self: () => string | undefined;
  /** Shows App Home anew to somebody who pressed something there. */
  readonly showHome: (user: SlackUser) => void;
  readonly log: Log;
}

/** By then the act has had its turn. */
const SHOWN_AFTER_MS = 1_000;

/** Slack tells of an event four times. */
const LAST_RETRY = 3;

/** A thread of ours that is not in the store yet: Slack tells of the note again, and then it is. */
class NotYet extends Error {
  override readonly name = "NotYet";
}

/** What staff write in threads, press and submit becomes acts; all else has no effect. */
export function listenToStaff(app: App, parts: ListenParts): void {
  app.event("message", async ({ body, context }) => {
    await takeNote(body, context.retryNum, parts);
  });
  listenToPicks(app, parts);
  app.action(/^case_/, async ({ ack, body }) => {
    await takePressed(body, parts);
    await ack();
  });
  app.view(/^reply_/, async ({ ack, body }) => {
    const read = submittedSchema.safeParse(body).data;
    if (body.type !== "view_submission" || read === undefined) return ack();
    const who = { team: read.team.id, user: read.user.id };
    const { view } = read;
    const answer = await takeReply(
      {
        agent: await parts.agentOf(who),
        team: who.team,
        viewId: view.id,
        callbackId: view.callback_id,
        metadata: view.private_metadata,
        state: view.state,
      },
      parts,
    );
    // Bolt's type asks for an answer that is at once a window's and none.
    await (ack as AckFn<ViewResponseAction>)(answer);
  });
}

async function takeNote(body: unknown, retries: number | undefined, parts: ListenParts): Promise<void> {
  const envelope = envelopeSchema.safeParse(body).data;
  const note = envelope === undefined ? undefined : readNote(envelope.event, envelope.team_id);
  if (note === undefined) return;
  const id = await parts.store.caseAt(placeName(note.thread));
  if (id === undefined) {
    if (!mayBeOurs(note, parts)) return;
    if ((retries ?? 0) < LAST_RETRY) throw new NotYet();
    parts.log.error("desk.slack_note_without_case", { retries });
    return;
  }
  const agent = await parts.agentOf({ team: note.thread.team, user: note.user });
  await parts.takeAct({ case: id, agent, act: { kind: "note", text: note.text }, key: note.key });
}

/** A card whose arrival was in doubt may have been answered before its place is known. */
const mayBeOurs = ({ thread, parentUser }: Note, { channel, self }: ListenParts): boolean =>
  thread.channel === channel && (parentUser === undefined || parentUser === self());

async function takePressed(body: unknown, parts: ListenParts): Promise<void> {
  const read = pressedSchema.safeParse(body).data;
  const [action] = read?.actions ?? [];
  if (read === undefined || action === undefined) return;
  const who = { team: read.team.id, user: read.user.id };
  const value = action.selected_option?.value ?? action.value ?? "";
  const id = caseId(caseOfValue(value));
  if (action.action_id === ACTIONS.reply) {
    openReply(id, who, read.trigger_id, parts);
    return;
  }
  const act = actOf(action.action_id, value);
  if (act === undefined) return;
  const agent = await parts.agentOf(who);
  await parts.takeAct({
    case: id,
    agent,
    act,
    key: `slack:${who.team}/${who.user}/${action.action_id}/${action.action_ts}`,
  });
  if (read.view?.type === "home") setTimeout(() => parts.showHome(who), SHOWN_AFTER_MS).unref();
}

/** Not waited for: Slack wants its answer within three seconds, and who sees no window presses again. */
function openReply(id: CaseId, who: SlackUser, trigger: string | undefined, parts: ListenParts): void {
  if (trigger === undefined) return;
  const { call, log, viewCase } = parts;
  const failed = (word: string): void => log.warn("desk.slack_no_window", { agent: slackAgentId(who), word });
  viewCase(id)
    .then((view) => call("views.open", { trigger_id: trigger, view: writeWindow(id, view?.replies) }))
    .then(
      (called) => (called.kind === "ok" ? undefined : failed(called.word)),
      (error: unknown) => failed(error instanceof Error ? error.name : "unknown"),
    );
}
