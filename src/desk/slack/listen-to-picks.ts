import type { App } from "@slack/bolt";
import { caseId } from "../../core/ids.ts";
import type { ViewCase } from "../../ports/desk-view.ts";
import type { Log } from "../../ports/log.ts";
import { REPLY_PICK, readPick } from "./reply-picks.ts";
import { readKept, writeWindow } from "./reply-window.ts";
import type { CallSlack } from "./slack-calls.ts";

export interface PickParts {
  readonly viewCase: ViewCase;
  readonly call: CallSlack;
  readonly log: Log;
}

/** Who chooses an approved reply finds its words in the window, to change and to fill in; nothing is sent by choosing. */
export function listenToPicks(app: App, parts: PickParts): void {
  app.action(REPLY_PICK, async ({ ack, body }) => {
    // Not waited for: Slack wants its answer first, and who sees nothing chooses again.
    putIn(body, parts).catch((error: unknown) => {
      parts.log.warn("desk.slack_no_window", { error: error instanceof Error ? error.name : "unknown" });
    });
    await ack();
  });
}

async function putIn(body: unknown, { viewCase, call, log }: PickParts): Promise<void> {
  const picked = readPick(body);
  const kept = picked === undefined ? undefined : readKept(picked.metadata);
  if (picked === undefined || kept === undefined) return;
  const view = await viewCase(caseId(kept.case));
  const reply = view?.replies?.find(({ key }) => key === picked.key);
  if (view === undefined || reply?.text === undefined) return;
  const window = writeWindow(view.case.id, view.replies, { key: reply.key, text: reply.text });
  const { viewId: view_id, hash } = picked;
  const called = await call("views.update", { view_id, view: window, ...(hash === undefined ? {} : { hash }) });
  if (called.kind !== "ok") log.warn("desk.slack_no_window", { case: view.case.id, word: called.word });
}
