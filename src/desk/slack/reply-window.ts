import type { ModalView } from "@slack/web-api";
import { z } from "zod";
import type { Agent } from "../../core/activity.ts";
import type { CaseId } from "../../core/ids.ts";
import type { SuggestedReply } from "../../ports/desk-view.ts";
import { pickBlocks } from "./reply-picks.ts";
import { plainText } from "./safe-text.ts";

/** The two windows of a reply to the customer: write, then see exactly what will be sent. */
export const REPLY_WRITE = "reply_write";
export const REPLY_PREVIEW = "reply_preview";
export const REPLY_BLOCK = "reply";
const REPLY_INPUT = "text";

/** Room for the reply inside the 3,000 signs that Slack keeps for a window. */
const MAX_TEXT = 2_000;
const MAX_KEPT = 3_000;

const keptSchema = z.object({ case: z.string(), text: z.string().optional() });
type Kept = z.infer<typeof keptSchema>;

/** What travels with the window; only ids, and in the second one the reply that the agent wrote. */
export function readKept(metadata: string): Kept | undefined {
  try {
    return keptSchema.safeParse(JSON.parse(metadata)).data;
  } catch {
    return undefined;
  }
}

/** `filled`: an approved reply that was chosen; its field is a new one, for Slack keeps what stands in a known one. */
export const writeWindow = (
  id: CaseId,
  replies: readonly SuggestedReply[] = [],
  filled?: { readonly key: string; readonly text: string },
): ModalView => ({
  type: "modal",
  callback_id: REPLY_WRITE,
  private_metadata: JSON.stringify({ case: id } satisfies Kept),
  title: plainText("고객에게 보내기"),
  submit: plainText("미리 보기"),
  close: plainText("그만두기"),
  blocks: [
    ...pickBlocks(replies),
    {
      type: "input",
      block_id: REPLY_BLOCK,
      label: plainText("고객이 읽을 글"),
      hint: plainText("다음 화면에서 고객에게 보일 그대로 확인한 뒤에 보내요."),
      element: {
        type: "plain_text_input",
        action_id: filled === undefined ? REPLY_INPUT : `${REPLY_INPUT}_${filled.key}`,
        multiline: true,
        max_length: MAX_TEXT,
        ...(filled === undefined ? {} : { initial_value: filled.text }),
      },
    },
  ],
});

/** Undefined when the reply does not fit. */
export function previewWindow(id: CaseId, agent: Agent, text: string): ModalView | undefined {
  const kept = JSON.stringify({ case: id, text } satisfies Kept);
  if (kept.length > MAX_KEPT) return undefined;
  return {
    type: "modal",
    callback_id: REPLY_PREVIEW,
    private_metadata: kept,
    title: plainText("이대로 보낼까요?"),
    submit: plainText("고객에게 보내기"),
    close: plainText("그만두기"),
    blocks: [
      { type: "context", elements: [plainText(`${agent.name} 상담사의 이름으로 고객에게 이대로 보여요.`)] },
      { type: "divider" },
      { type: "section", text: plainText(text) },
    ],
  };
}

const stateSchema = z.object({
  values: z.object({ [REPLY_BLOCK]: z.record(z.string(), z.object({ value: z.string().nullish() })) }),
});

/** NUL and halves of surrogate pairs are not words. */
const tidy = (text: string): string =>
  text
    .replaceAll("\0", "")
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .trim();

/** What was written; empty when nothing was. */
export const writtenIn = (state: unknown): string =>
  tidy(Object.values(stateSchema.safeParse(state).data?.values[REPLY_BLOCK] ?? {})[0]?.value ?? "");
