import type { Agent } from "../../core/activity.ts";
import type { CaseId } from "../../core/ids.ts";
import type { Log } from "../../ports/log.ts";
import type { Store } from "../../ports/store.ts";
import { slackUserOf } from "./agent-names.ts";
import { takeBackButton } from "./case-actions.ts";
import { plainText } from "./safe-text.ts";
import type { CallSlack } from "./slack-calls.ts";
import { threadOf } from "./thread.ts";

/** Shows at once, to the writer alone, that a reply can be taken back. The thread says so too, when it is its turn. */
export type HintUndo = (id: CaseId, agent: Agent, reply: number) => void;

export interface HintParts {
  readonly store: Pick<Store, "placeOf">;
  readonly call: CallSlack;
  /** 0: replies leave at once. */
  readonly undoSeconds: number;
  readonly log: Log;
}

/** Not waited for, and never tried again: after a few seconds it would be of no use. */
export const createHintUndo =
  (parts: HintParts): HintUndo =>
  (id, agent, reply) => {
    if (parts.undoSeconds === 0) return;
    show(parts, { id, agent, reply }).catch((error: unknown) => {
      parts.log.warn("desk.slack_no_hint", { error: error instanceof Error ? error.name : "unknown" });
    });
  };

async function show(
  { store, call, undoSeconds, log }: HintParts,
  { id, agent, reply }: { readonly id: CaseId; readonly agent: Agent; readonly reply: number },
): Promise<void> {
  const user = slackUserOf(agent.id);
  const place = (await store.placeOf(id))?.place;
  if (user === undefined || place === undefined) return;
  const { channel, ts } = threadOf(place);
  const text = `답장이 ${undoSeconds}초 뒤에 고객에게 나가요. 그 전에는 되돌릴 수 있어요.`;
  const blocks = [{ type: "section", text: plainText(text) }, takeBackButton(id, reply)];
  const called = await call("chat.postEphemeral", { channel, thread_ts: ts, user: user.user, text, blocks });
  if (called.kind !== "ok") log.warn("desk.slack_no_hint", { word: called.word });
}
