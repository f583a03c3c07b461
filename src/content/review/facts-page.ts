import { LANGUAGES } from "../../core/language.ts";
import type { CompiledPolicy } from "../../policy/compiled-policy.ts";
import type { PolicyFact } from "../../policy/policy.ts";
import { quoteFacts } from "../compose.ts";
import type { Content, Pack } from "../content.ts";
import { spanWords, table } from "./words.ts";

/** Names of incidents, benefits, facts and values, with the questions in both languages. */
export function factsPage({ packs }: Pick<Content, "packs">): string {
  const intro = [
    "# 사고, 혜택, 사실 · Incidents, benefits and facts\n",
    "`npm run -s eligibility`가 받는 이름이에요. · What `npm run -s eligibility` understands, one line of JSON for each question:\n",
    "```json",
    JSON.stringify(exampleOf(packs)),
    "```\n",
    'A fact that is left out was not asked yet. `{"unsure":true}` and `{"declined":true}` stand for “모르겠어요” and “말하고 싶지 않아요”. Days are `YYYY-MM-DD` in Korea; the clock\'s day is `asOf`.\n',
    "`npm run content -- render` writes this page.\n",
  ].join("\n");
  return [intro, ...[...packs.values()].map(packSection)].join("\n");
}

function exampleOf(packs: Content["packs"]): unknown {
  const [pack] = packs.values();
  const example = pack?.cases.find(({ verdict, facts }) => verdict === "needs" && Object.keys(facts).length > 0);
  return { incident: pack?.incident.id, benefit: example?.benefit, asOf: example?.asOf, facts: example?.facts };
}

function packSection(pack: Pack): string {
  const policies = [...pack.policies.values()].flat();
  const asked = new Map<string, { readonly fact: PolicyFact; readonly benefits: Set<string> }>();
  for (const { policy } of policies) {
    for (const fact of policy.facts.filter(({ from }) => from === "question")) {
      const known = asked.get(fact.name) ?? { fact, benefits: new Set<string>() };
      asked.set(fact.name, known);
      known.benefits.add(policy.id);
    }
  }
  const { id, title } = pack.incident;
  return [
    `## \`${id}\` · ${title.ko} · ${title.en}\n`,
    table(["benefit", "혜택", "name", "version", "in force", "facts"], policies.map(benefitRow(pack))),
    ...[...asked.values()].map(({ fact, benefits }) => factSection(pack, fact, [...benefits])),
  ].join("\n");
}

const benefitRow = (pack: Pack) => (compiled: CompiledPolicy) => {
  const { id, version, effective, facts } = compiled.policy;
  const title = pack.incident.benefits[id]?.title;
  const names = facts.filter(({ from }) => from === "question").map(({ name }) => `\`${name}\``);
  const days = spanWords(pack, "today", [{ kind: "days", ...effective }], "en");
  const page = `[\`${id}\`](${id}.md)`.replace("](", `](${pack.incident.id}/`);
  return [page, title?.ko ?? "", title?.en ?? "", String(version), days, names.join(", ")];
};

function factSection(pack: Pack, fact: PolicyFact, benefits: readonly string[]): string {
  const { ko, en } = pack.questions;
  const values = fact.kind === "enum" ? fact.values : fact.extra;
  const rows = values.map((value) => [
    `\`${value}\``,
    ko[fact.name]?.options[value] ?? "",
    en[fact.name]?.options[value] ?? "",
  ]);
  const day = fact.kind === "date" ? [["`YYYY-MM-DD`", "날짜", "a day"]] : [];
  const sensitive = fact.from === "question" && fact.sensitive ? ", sensitive" : "";
  const questions = LANGUAGES.map((language) => {
    const question = pack.questions[language][fact.name];
    return `> ${quoteFacts(pack, `${question?.ask.trim()}\n\n*${question?.why}*`, language).replaceAll("\n", "\n> ")}\n`;
  });
  return [
    `### \`${fact.name}\` · ${ko[fact.name]?.label} · ${en[fact.name]?.label}\n`,
    `${fact.kind}${sensitive}, for ${benefits.map((benefit) => `\`${benefit}\``).join(", ")}\n`,
    table(["value", "단추", "button"], [...day, ...rows]),
    questions.join("\n<!-- -->\n\n").replaceAll(/^> $/gm, ">"),
  ].join("\n");
}
