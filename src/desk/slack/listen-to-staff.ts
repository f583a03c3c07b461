import type { AckFn, App, ViewResponseAction } from "@slack/bolt";
import { agentId, caseId } from "../../core/ids.ts";
import type { Log } from "../../ports/log.ts";
import type { Store } from "../../ports/store.ts";
import type { AgentNames, SlackUser } from "./agent-names.ts";
import { actOf, caseOfValue } from "./case-actions.ts";
import { listenToPicks } from "./listen-to-picks.ts";
import { doneWindow, MORE } from "./more-window.ts";
import { takePassOn } from "./pass-on.ts";
import { DELETED_POST_WORDS, type DeletedPost, readDeletedPost } from "./read-deleted-post.ts";
import { type Note, readNote } from "./read-note.ts";
import { showWindow, type WindowParts } from "./show-window.ts";
import { envelopeSchema, pressedSchema, submittedSchema } from "./slack-body.ts";
import type { StaffAct } from "./take-act.ts";
import { type TakeReplyParts, takeReply } from "./take-reply.ts";
import { placeName } from "./thread.ts";

export interface ListenParts extends TakeReplyParts, WindowParts {
  readonly store: Pick<Store, "case" | "cases" | "presences" | "caseAt">;
  readonly agentOf: AgentNames["agentOf"];
  readonly otherOf: AgentNames["otherOf"];
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
  app.view(/^(?:reply|more)_/, async ({ ack, body }) => {
    const read = submittedSchema.safeParse(body).data;
    if (body.type !== "view_submission" || read === undefined) return ack();
    const who = { team: read.team.id, user: read.user.id, name: read.user.name };
    const { id: viewId, callback_id: callbackId, private_metadata: metadata, state } = read.view;
    const submitted = { agent: parts.agentOf(who), team: who.team, viewId, callbackId, metadata, state };
    const answer = await (callbackId === MORE
      ? takePassOn({ ...submitted, lead: parts.isLead(who) }, parts)
      : takeReply(submitted, parts));
    // Bolt's type asks for an answer that is at once a window's and none.
    await (ack as AckFn<ViewResponseAction>)(answer);
  });
}

async function takeNote(body: unknown, retries: number | undefined, parts: ListenParts): Promise<void> {
  const envelope = envelopeSchema.safeParse(body).data;
  const deleted = envelope === undefined ? undefined : readDeletedPost(envelope.event, envelope.team_id, parts.self());
  if (deleted !== undefined) return tellOfDeletion(deleted, parts);
  const note = envelope === undefined ? undefined : readNote(envelope.event, envelope.team_id);
  if (note === undefined) return;
  const id = await parts.store.caseAt(placeName(note.thread));
  if (id === undefined) {
    if (!mayBeOurs(note, parts)) return;
    if ((retries ?? 0) < LAST_RETRY) throw new NotYet();
    parts.log.error("desk.slack_note_without_case", { retries });
    return;
  }
  const agent = parts.agentOf({ team: note.thread.team, user: note.user });
  await parts.takeAct({ case: id, agent, act: { kind: "note", text: note.text }, key: note.key });
}

/** The refusal of a change that Slack made all the same: it stands in the thread, and changes nothing for the customer. */
async function tellOfDeletion({ thread, key }: DeletedPost, parts: ListenParts): Promise<void> {
  const id = await parts.store.caseAt(placeName(thread));
  if (id === undefined) return;
  await parts.takeAct({ case: id, agent: DESK, act: { kind: "note", text: DELETED_POST_WORDS }, key });
}

/** Not a person of Slack's, so that what it notes is shown in the thread, too. */
const DESK: StaffAct["agent"] = { id: agentId("desk"), name: "안심" };

/** A card whose arrival was in doubt may have been answered before its place is known. */
const mayBeOurs = ({ thread, parentUser }: Note, { channel, self }: ListenParts): boolean =>
  thread.channel === channel && (parentUser === undefined || parentUser === self());

async function takePressed(body: unknown, parts: ListenParts): Promise<void> {
  const read = pressedSchema.safeParse(body).data;
  const [action] = read?.actions ?? [];
  if (read === undefined || action === undefined) return;
  const who = { team: read.team.id, user: read.user.id, name: read.user.name };
  const value = action.selected_option?.value ?? action.value ?? "";
  const id = caseId(caseOfValue(value));
  const { action_id: actionId, action_ts: at } = action;
  const { view, trigger_id: trigger } = read;
  if (showWindow({ case: id, actionId, value, who, trigger, viewId: view?.id }, parts)) return;
  const act = actOf(actionId, value);
  if (act === undefined) return;
  const agent = parts.agentOf(who);
  const key = `slack:${who.team}/${who.user}/${actionId}/${at}`;
  await parts.takeAct({ case: id, agent, act, key, lead: parts.isLead(who) });
  if (view?.type === "home") setTimeout(() => parts.showHome(who), SHOWN_AFTER_MS).unref();
  if (view?.type === "modal" && view.id !== undefined) {
    // Whether it was allowed is told in the thread.
    void parts.call("views.update", { view_id: view.id, view: doneWindow("알겠어요. 결과는 상담 스레드에 보여요.") });
  }
}
