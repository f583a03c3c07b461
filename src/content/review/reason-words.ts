import { LANGUAGES } from "../../core/language.ts";
import type { CompiledPolicy } from "../../policy/compiled-policy.ts";
import { quoteFacts } from "../compose.ts";
import type { Answer, Pack } from "../content.ts";
import { spanWords } from "./words.ts";

/** What customers are told for each reason of a policy, with the days on which it is said. */
export function reasonWords(pack: Pack, { policy }: CompiledPolicy): string {
  const codes = [...new Set(policy.rules.map(({ reason }) => reason))];
  return codes
    .map(
      (code) =>
        `### \`${code}\`\n\n${(pack.answers.get(code) ?? []).map((answer) => variant(pack, answer)).join("\n")}`,
    )
    .join("\n");
}

function variant(pack: Pack, { id, head, body }: Answer): string {
  const { valid_from: from, valid_to: to } = head;
  const days = [{ kind: "days", from, ...(to === undefined ? {} : { to }) }] as const;
  const when = LANGUAGES.map((language) => spanWords(pack, "today", days, language)).join(" · ");
  const texts = LANGUAGES.map((language) => quoted(quoteFacts(pack, body[language], language)));
  return `\`${id}\` — ${when}\n\n${texts.join("\n<!-- -->\n\n")}`;
}

const quoted = (text: string): string =>
  `${text
    .trim()
    .split("\n")
    .map((line) => `> ${line}`.trimEnd())
    .join("\n")}\n`;
