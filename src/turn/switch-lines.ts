import { quoteFacts } from "../content/compose.ts";
import type { Answer, Content, Pack } from "../content/content.ts";
import { isIntent } from "../core/intent.ts";
import type { Localized } from "../core/language.ts";
import { type SwitchChange, switchName } from "../core/switch.ts";
import type { SwitchLine } from "../ports/switch-desk.ts";

const LONGEST_LABEL = 60;

const CHANNELS: Readonly<Record<string, Localized>> = {
  "web-chat": { ko: "웹 채팅", en: "Web chat" },
  "bot-framework": { ko: "봇 프레임워크 (Teams 등)", en: "Bot Framework (Teams …)" },
  kakao: { ko: "카카오톡", en: "KakaoTalk" },
  line: { ko: "라인", en: "LINE" },
  naver: { ko: "네이버 톡톡", en: "Naver TalkTalk" },
};

/** Every switch that there is. One that is off is always among them, also when what it names is gone. */
export function switchLines(
  content: Content,
  pack: Pack,
  channels: readonly string[],
  off: readonly SwitchChange[],
): readonly SwitchLine[] {
  const { id: incident, title } = pack.incident;
  const known: readonly SwitchLine[] = [
    ...channels.map(
      (channel): SwitchLine => ({
        name: switchName({ kind: "bot", channel }),
        kind: "bot",
        label: CHANNELS[channel] ?? { ko: channel, en: channel },
      }),
    ),
    { name: switchName({ kind: "pack", incident }), kind: "pack", label: title },
    ...[...pack.answers].map(
      ([answer, variants]): SwitchLine => ({
        name: switchName({ kind: "answer", incident, answer }),
        kind: "answer",
        label: labelOf(content, pack, answer, variants),
      }),
    ),
  ];
  const gone = off
    .filter(({ name }) => !known.some((line) => line.name === name))
    .map(({ name }): SwitchLine => ({ name, kind: kindOf(name), label: { ko: name, en: name } }));
  return [...known, ...gone].map((line) => {
    const change = off.find(({ name }) => name === line.name);
    return change === undefined ? line : { ...line, off: change };
  });
}

/** An answer to a question is named as its button is; a verdict's reason by how it begins. */
function labelOf(content: Content, pack: Pack, answer: string, variants: readonly Answer[]): Localized {
  const label = isIntent(answer) ? content.intents.get(answer)?.label : undefined;
  if (label !== undefined) return label;
  const newest = variants.at(-1);
  if (newest === undefined) return { ko: answer, en: answer };
  const begins = (language: "ko" | "en"): string => {
    const words = quoteFacts(pack, newest.body[language], language)
      .replaceAll(/[*_#>`]/g, "")
      .replaceAll(/\s+/g, " ")
      .trim();
    return words.length > LONGEST_LABEL ? `${words.slice(0, LONGEST_LABEL)}…` : words;
  };
  return { ko: `${answer}: ${begins("ko")}`, en: `${answer}: ${begins("en")}` };
}

function kindOf(name: string): SwitchLine["kind"] {
  if (name.startsWith("bot:")) return "bot";
  return name.startsWith("pack:") ? "pack" : "answer";
}
