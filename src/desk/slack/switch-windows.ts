import type { ModalView } from "@slack/web-api";
import { z } from "zod";
import type { SwitchBoard, SwitchLine } from "../../ports/switch-desk.ts";
import { cutWords, plainText, safeText, shortened } from "./safe-text.ts";
import { seoulTime } from "./seoul-time.ts";

/** What leads press in App Home; each opens a window that asks why. */
export const SWITCH_OFF = "switch_off";
export const SWITCH_ON = "switch_on";
/** The window. */
export const SWITCH_WINDOW = "switch_window";
export const SWITCH_NAME = "switch_name";
export const SWITCH_REASON = "switch_reason";

const MOST_SHOWN = 10;
const GROUP = 80;
const LONGEST_OPTION = 75;
const LONGEST_REASON = 300;

const KINDS: Readonly<Record<SwitchLine["kind"], string>> = {
  bot: "채널의 자동 안내",
  pack: "사건 전체",
  answer: "답변",
};

const EFFECT =
  "채널의 자동 안내를 끄면 모든 말이 상담사에게 가요. 사건 전체를 끄면 전화번호와 상담사 연결만 남아요. 답변을 끄면 다시 확인하고 있다고 말하고, 그 답이 들어가는 판정도 말하지 않아요.";

/** The part of App Home that only leads have. */
export function switchSection({ lines }: SwitchBoard): readonly object[] {
  const off = lines.filter((line) => line.off !== undefined);
  const more = off.length - MOST_SHOWN;
  return [
    { type: "divider" },
    { type: "header", text: plainText(`켜고 끄기 (꺼진 것 ${off.length}건)`) },
    ...off.slice(0, MOST_SHOWN).map(offBlock),
    ...(more > 0 ? [{ type: "context", elements: [plainText(`${more}건이 더 꺼져 있어요.`)] }] : []),
    {
      type: "actions",
      elements: [{ type: "button", action_id: SWITCH_OFF, text: plainText("끄기…"), value: "off", style: "danger" }],
    },
  ];
}

const offBlock = ({ name, kind, label, off }: SwitchLine) => ({
  type: "section",
  text: safeText(
    `${KINDS[kind]} · ${label.ko}\n${off === undefined ? "" : `${off.agent.name} · ${seoulTime(off.at)} · ${off.reason}`}`,
    600,
  ),
  accessory: { type: "button", action_id: SWITCH_ON, text: plainText("다시 켜기…"), value: name },
});

/** Asks what to turn off, and why. */
export const offWindow = ({ lines }: SwitchBoard): ModalView =>
  windowOf("무엇을 끌까요?", "끄기", {}, [
    {
      type: "input",
      block_id: SWITCH_NAME,
      label: plainText("끌 것"),
      hint: plainText(EFFECT),
      element: {
        type: "static_select",
        action_id: SWITCH_NAME,
        placeholder: plainText("찾아서 고르기"),
        option_groups: groupsOf(lines.filter(({ off }) => off === undefined)),
      },
    },
  ]);

/** Asks why one is turned on again. */
export const onWindow = (name: string, label: string): ModalView =>
  windowOf("다시 켤까요?", "다시 켜기", { name }, [{ type: "section", text: safeText(label, 300) }]);

function windowOf(
  title: string,
  submit: string,
  kept: { readonly name?: string },
  blocks: ModalView["blocks"],
): ModalView {
  return {
    type: "modal",
    callback_id: SWITCH_WINDOW,
    private_metadata: JSON.stringify(kept),
    title: plainText(title),
    submit: plainText(submit),
    close: plainText("그만두기"),
    blocks: [
      ...blocks,
      {
        type: "input",
        block_id: SWITCH_REASON,
        label: plainText("까닭 (기록에 남아요)"),
        element: {
          type: "plain_text_input",
          action_id: SWITCH_REASON,
          multiline: true,
          max_length: LONGEST_REASON,
        },
      },
    ],
  };
}

/** Slack takes a hundred options in a group. */
function groupsOf(lines: readonly SwitchLine[]) {
  return (["bot", "pack", "answer"] as const).flatMap((kind) => {
    const options = lines.filter((line) => line.kind === kind).map(optionOf);
    const pages = Array.from({ length: Math.ceil(options.length / GROUP) }, (_, n) =>
      options.slice(n * GROUP, (n + 1) * GROUP),
    );
    return pages.map((page, n) => ({
      label: plainText(pages.length === 1 ? KINDS[kind] : `${KINDS[kind]} ${n + 1}`),
      options: page,
    }));
  });
}

const optionOf = ({ name, label }: SwitchLine) => ({
  text: plainText(shortened(cutWords(label.ko, LONGEST_OPTION - 2).text, LONGEST_OPTION)),
  value: name,
});

const keptSchema = z.object({ name: z.string().optional() });
const stateSchema = z.object({
  values: z.object({
    [SWITCH_NAME]: z
      .object({ [SWITCH_NAME]: z.object({ selected_option: z.object({ value: z.string() }).nullish() }) })
      .optional(),
    [SWITCH_REASON]: z.object({ [SWITCH_REASON]: z.object({ value: z.string().nullish() }) }),
  }),
});

export interface SubmittedSwitch {
  readonly name: string;
  readonly off: boolean;
  readonly reason: string;
}

/** What was submitted; undefined when it is no window of ours. */
export function readSwitch(metadata: string, state: unknown): SubmittedSwitch | undefined {
  const values = stateSchema.safeParse(state).data?.values;
  const kept = keptSchema.safeParse(readJson(metadata)).data;
  if (values === undefined || kept === undefined) return undefined;
  const name = kept.name ?? values[SWITCH_NAME]?.[SWITCH_NAME].selected_option?.value;
  if (name === undefined) return undefined;
  return { name, off: kept.name === undefined, reason: values[SWITCH_REASON][SWITCH_REASON].value ?? "" };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
