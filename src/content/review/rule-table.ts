import type { CompiledPolicy } from "../../policy/compiled-policy.ts";
import type { Pack } from "../content.ts";
import { conditionWords, KIND_WORDS, table } from "./words.ts";

/** Every rule with its condition, its result, and the rules that beat it. */
export function ruleTable(pack: Pack, { policy, beaters }: CompiledPolicy): string {
  const rows = policy.rules.map((rule, i) => {
    const unless = (beaters[i] ?? []).map((beater) => `\`${policy.rules[beater]?.id}\``);
    const { ko, en } = KIND_WORDS[rule.then];
    return [
      `\`${rule.id}\``,
      `${conditionWords(pack, rule.when, "ko")}\n${conditionWords(pack, rule.when, "en")}`,
      `${ko} · ${en}\n\`${rule.reason}\``,
      unless.length === 0 ? "–" : unless.join(", "),
      rule.cite.map((id) => `[${id}](#source-${id}) ${pack.sources.get(id)?.date ?? ""}`).join("\n"),
    ];
  });
  return table(["규칙 · rule", "조건 · if", "결과 · then", "*다만 · unless*", "근거 · source"], rows);
}

/** The sources that the rules cite. */
export function sourceList(pack: Pack, { policy }: CompiledPolicy): string {
  const ids = [...new Set(policy.rules.flatMap(({ cite }) => cite))].sort();
  const lines = ids.map((id) => {
    const source = pack.sources.get(id);
    if (source === undefined) return `- \`${id}\`\n`;
    const { publisher, title, date, url, grade, status } = source;
    const words = `${publisher.ko} “${title.ko}” · ${publisher.en}, “${title.en}”`;
    return `- <a id="source-${id}"></a>\`${id}\` ${date}, ${grade}, ${status}: ${words} <${url}>\n`;
  });
  return lines.join("");
}
