import type { ModalView } from "@slack/web-api";
import type { Agent } from "../../core/activity.ts";
import { type CaseId, caseId } from "../../core/ids.ts";
import type { Store } from "../../ports/store.ts";
import type { HintUndo } from "./hint-undo.ts";
import { previewWindow, REPLY_BLOCK, REPLY_WRITE, readKept, writtenIn } from "./reply-window.ts";
import { refusalWords } from "./staff-words.ts";
import type { TakeAct } from "./take-act.ts";

/** Why words must not reach a customer; undefined when they may. */
export type CheckWords = (words: string) => string | undefined;

export interface TakeReplyParts {
  readonly store: Pick<Store, "case">;
  readonly takeAct: TakeAct;
  readonly checkWords: CheckWords;
  readonly hintUndo: HintUndo;
}

export interface SubmittedReply {
  readonly agent: Agent;
  readonly team: string;
  readonly viewId: string;
  readonly callbackId: string;
  readonly metadata: string;
  readonly state: unknown;
}

/** What Slack does with the window next: shows faults, turns to the preview, or closes it. */
export type WindowAnswer =
  | { readonly response_action: "errors"; readonly errors: Readonly<Record<string, string>> }
  | { readonly response_action: "update"; readonly view: ModalView }
  | { readonly response_action: "clear" };

const CLOSE: WindowAnswer = { response_action: "clear" };
const fault = (words: string): WindowAnswer => ({ response_action: "errors", errors: { [REPLY_BLOCK]: words } });

/** The only way out to the customer: written, checked, seen as it will be, and sent once however often it is submitted. */
export async function takeReply(submitted: SubmittedReply, parts: TakeReplyParts): Promise<WindowAnswer> {
  const kept = readKept(submitted.metadata);
  if (kept === undefined) return CLOSE;
  const id = caseId(kept.case);
  if (submitted.callbackId === REPLY_WRITE) return preview(submitted, id, parts);
  if (kept.text === undefined) return CLOSE;
  const reply = await parts.takeAct({
    case: id,
    agent: submitted.agent,
    act: { kind: "reply", text: kept.text },
    key: `slack:${submitted.team}/view/${submitted.viewId}`,
  });
  if (reply !== undefined) parts.hintUndo(id, submitted.agent, reply);
  return CLOSE;
}

async function preview(
  { agent, state }: SubmittedReply,
  id: CaseId,
  { store, checkWords }: TakeReplyParts,
): Promise<WindowAnswer> {
  const text = writtenIn(state);
  if (text === "") return fault("보낼 글을 적어 주세요.");
  const why = checkWords(text);
  if (why !== undefined) return fault(refusalWords(why));
  const found = await store.case(id);
  if (found?.status === "closed") return fault("이미 끝난 상담이에요.");
  if (found?.agent?.id !== agent.id) return fault("이 상담을 맡은 사람만 보낼 수 있어요.");
  const view = previewWindow(id, agent, text);
  return view === undefined ? fault("글을 조금 줄여 주세요.") : { response_action: "update", view };
}
