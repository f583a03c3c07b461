import type { AckFn, App, ViewResponseAction } from "@slack/bolt";
import type { Log } from "../../ports/log.ts";
import type { SwitchDesk, SwitchWished } from "../../ports/switch-desk.ts";
import { type AgentNames, type SlackUser, slackAgentId } from "./agent-names.ts";
import { pressedSchema, submittedSchema } from "./slack-body.ts";
import type { CallSlack } from "./slack-calls.ts";
import { offWindow, onWindow, readSwitch, SWITCH_ON, SWITCH_REASON } from "./switch-windows.ts";

export interface SwitchListenParts {
  readonly switches: SwitchDesk;
  /** By the ids in the settings; who it is, Slack has signed. */
  readonly isLead: (user: SlackUser) => boolean;
  readonly agentOf: AgentNames["agentOf"];
  readonly call: CallSlack;
  readonly showHome: (user: SlackUser) => void;
  readonly log: Log;
}

/** The leads' switches in App Home: a press opens a window that asks why, and only a lead's window turns anything. */
export function listenToSwitches(app: App, parts: SwitchListenParts): void {
  app.action(/^switch_/, async ({ ack, body }) => {
    openWindow(body, parts);
    await ack();
  });
  app.view(/^switch_/, async ({ ack, body }) => {
    const answer = await submit(body, parts);
    // Bolt's type asks for an answer that is at once a window's and none.
    await (ack as AckFn<ViewResponseAction>)(answer);
  });
}

/** Not waited for: Slack wants its answer within three seconds, and who sees no window presses again. */
function openWindow(body: unknown, { switches, isLead, call, log }: SwitchListenParts): void {
  const read = pressedSchema.safeParse(body).data;
  const [action] = read?.actions ?? [];
  if (read?.trigger_id === undefined || action === undefined) return;
  const who = { team: read.team.id, user: read.user.id, name: read.user.name };
  if (!isLead(who)) {
    log.warn("desk.switch_refused", { agent: slackAgentId(who) });
    return;
  }
  const { trigger_id } = read;
  const open = async (): Promise<void> => {
    const board = await switches.board();
    const name = action.value ?? "";
    const label = board.lines.find((line) => line.name === name)?.label.ko ?? name;
    const view = action.action_id === SWITCH_ON ? onWindow(name, label) : offWindow(board);
    const called = await call("views.open", { trigger_id, view });
    if (called.kind !== "ok") log.warn("desk.slack_no_window", { agent: slackAgentId(who), word: called.word });
  };
  open().catch((error: unknown) => {
    log.warn("desk.slack_no_window", { error: error instanceof Error ? error.name : "unknown" });
  });
}

const FAULTS: Readonly<Record<Exclude<SwitchWished, "turned" | "already">, string>> = {
  unknown: "그런 것이 없어요. 창을 닫고 다시 열어 주세요.",
  "no-reason": "까닭을 적어 주세요.",
};

const CLEAR = { response_action: "clear" } as const;
const fault = (words: string) => ({ response_action: "errors", errors: { [SWITCH_REASON]: words } }) as const;

/** Submitting again what has been done already is no fault: Slack may tell of it twice. */
async function submit(body: unknown, parts: SwitchListenParts): Promise<ViewResponseAction> {
  const read = submittedSchema.safeParse(body).data;
  const wish = read === undefined ? undefined : readSwitch(read.view.private_metadata, read.view.state);
  if (read === undefined || wish === undefined) return CLEAR;
  const who = { team: read.team.id, user: read.user.id, name: read.user.name };
  if (!parts.isLead(who)) return fault("팀장만 바꿀 수 있어요.");
  const wished = await parts.switches.turn({ ...wish, agent: parts.agentOf(who) });
  if (wished !== "turned" && wished !== "already") return fault(FAULTS[wished]);
  parts.showHome(who);
  return CLEAR;
}
