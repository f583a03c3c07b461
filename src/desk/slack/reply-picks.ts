import { z } from "zod";
import type { CaseView, SuggestedReply } from "../../ports/desk-view.ts";
import { plainText, shortened } from "./safe-text.ts";

/** Where an agent chooses an approved reply in the window of a reply. */
export const REPLY_PICK = "reply_pick";

const LONGEST_OPTION = 75;
const MOST_OPTIONS = 100;
const LONGEST_ON_CARD = 700;

/** The list of approved replies above the text; empty when there are none. */
export function pickBlocks(replies: readonly SuggestedReply[]) {
  const groups = [
    { label: plainText("이 상담에 맞는 답변"), options: optionsOf(replies.filter(({ fits }) => fits)) },
    { label: plainText("그 밖의 답변"), options: optionsOf(replies.filter(({ fits }) => !fits)) },
  ].filter(({ options }) => options.length > 0);
  if (groups.length === 0) return [];
  return [
    {
      type: "actions" as const,
      elements: [
        {
          type: "static_select" as const,
          action_id: REPLY_PICK,
          placeholder: plainText("승인된 답변을 골라 아래에 넣기"),
          option_groups: groups,
        },
      ],
    },
  ];
}

/** One that needs a look can be seen, and not be chosen: Slack knows no option that cannot, so choosing it does nothing. */
const optionsOf = (replies: readonly SuggestedReply[]) =>
  replies.slice(0, MOST_OPTIONS).map(({ key, title, needsLook }) => ({
    text: plainText(shortened(needsLook ? `(확인 필요) ${title}` : title, LONGEST_OPTION - 2)),
    value: key,
  }));

const pickedSchema = z.object({
  user: z.object({ id: z.string() }),
  view: z.object({ id: z.string(), hash: z.string().optional(), private_metadata: z.string() }),
  actions: z
    .array(z.object({ action_id: z.literal(REPLY_PICK), selected_option: z.object({ value: z.string() }) }))
    .min(1),
});

export interface PickedReply {
  readonly viewId: string;
  readonly hash?: string;
  readonly metadata: string;
  readonly key: string;
}

/** Undefined for what is no choice of a reply. */
export function readPick(body: unknown): PickedReply | undefined {
  const read = pickedSchema.safeParse(body).data;
  const key = read?.actions[0]?.selected_option.value;
  if (read === undefined || key === undefined) return undefined;
  const { id, hash, private_metadata: metadata } = read.view;
  return { viewId: id, metadata, key, ...(hash === undefined ? {} : { hash }) };
}

/** For the card: the reply that fits best, and that others fit, too. */
export function suggestedWords({ replies = [] }: CaseView): string {
  const [best, ...others] = replies.filter(({ fits, needsLook }) => fits && !needsLook);
  if (best?.text === undefined) return "";
  const more = others.length === 0 ? [] : [`그 밖에: ${others.map(({ title }) => title).join(" · ")}`];
  return [best.title, shortened(best.text, LONGEST_ON_CARD), ...more].join("\n");
}
