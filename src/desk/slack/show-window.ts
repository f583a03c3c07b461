import type { ModalView } from "@slack/web-api";
import type { CaseId } from "../../core/ids.ts";
import { colleaguesOf } from "../../ports/colleagues-of.ts";
import type { ViewCase } from "../../ports/desk-view.ts";
import type { Log } from "../../ports/log.ts";
import type { Store } from "../../ports/store.ts";
import { type SlackUser, slackAgentId } from "./agent-names.ts";
import { ACTIONS, numberOfValue } from "./case-actions.ts";
import { moreWindow } from "./more-window.ts";
import { writeWindow } from "./reply-window.ts";
import type { CallSlack } from "./slack-calls.ts";
import { transcriptWindow } from "./transcript-window.ts";

export interface WindowParts {
  readonly store: Pick<Store, "case" | "cases" | "presences">;
  readonly viewCase: ViewCase;
  readonly call: CallSlack;
  readonly isLead: (user: SlackUser) => boolean;
  readonly log: Log;
}

/** A button that opens a window, or turns a page of one. */
export interface PressedForWindow {
  readonly case: CaseId;
  readonly actionId: string;
  readonly value: string;
  readonly who: SlackUser;
  readonly trigger: string | undefined;
  /** The window in which it was pressed. */
  readonly viewId: string | undefined;
}

type Draw = (pressed: PressedForWindow, parts: WindowParts) => Promise<ModalView | undefined>;

const transcript: Draw = async ({ case: id, value, who }, { viewCase, log }) => {
  const view = await viewCase(id);
  if (view === undefined) return undefined;
  // Every look at a customer's words leaves a trace.
  log.info("desk.case_read", { agent: slackAgentId(who), case: id });
  return transcriptWindow(id, view.entries, numberOfValue(value));
};

const MOST_READ = 200;

const more: Draw = async ({ case: id, who }, { store, isLead }) => {
  const [on, cases, presences] = await Promise.all([store.case(id), store.cases(MOST_READ), store.presences()]);
  if (on === undefined) return undefined;
  const me = slackAgentId(who);
  const others = colleaguesOf(cases, presences, me).filter((one) => one.id !== on.agent?.id);
  return moreWindow(on, { id: me, lead: isLead(who) }, others);
};

const WINDOWS: Readonly<Record<string, Draw>> = {
  [ACTIONS.reply]: async ({ case: id }, { viewCase }) => writeWindow(id, (await viewCase(id))?.replies),
  [ACTIONS.more]: more,
  [ACTIONS.transcript]: transcript,
  [ACTIONS.page]: transcript,
  [`${ACTIONS.page}_next`]: transcript,
};

/**
 * False for a button that opens no window. Not waited for: Slack wants its answer within three seconds, and who sees no window
 * presses again.
 */
export function showWindow(pressed: PressedForWindow, parts: WindowParts): boolean {
  const draw = WINDOWS[pressed.actionId];
  if (draw === undefined) return false;
  show(pressed, draw, parts).catch((error: unknown) => {
    parts.log.warn("desk.slack_no_window", { error: error instanceof Error ? error.name : "unknown" });
  });
  return true;
}

async function show(pressed: PressedForWindow, draw: Draw, parts: WindowParts): Promise<void> {
  const { who, trigger, viewId, actionId } = pressed;
  const view = await draw(pressed, parts);
  if (view === undefined) return;
  const isPage = actionId.startsWith(ACTIONS.page);
  if (isPage ? viewId === undefined : trigger === undefined) return;
  const called = await (isPage
    ? parts.call("views.update", { view_id: viewId, view })
    : parts.call("views.open", { trigger_id: trigger, view }));
  if (called.kind !== "ok") parts.log.warn("desk.slack_no_window", { agent: slackAgentId(who), word: called.word });
}
