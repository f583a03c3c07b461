import { LANGUAGES } from "../../core/language.ts";
import type { CompiledPolicy } from "../../policy/compiled-policy.ts";
import { policyHash } from "../../policy/policy-hash.ts";
import type { Pack } from "../content.ts";
import { sha256 } from "../sha256.ts";
import { type GoldenTable, goldenTable } from "./golden-table.ts";
import { HOW_TO_READ } from "./how-to-read.ts";
import { kindChart, questionBoxes } from "./kind-chart.ts";
import { reasonWords } from "./reason-words.ts";
import { ruleTable, sourceList } from "./rule-table.ts";
import { semanticDiff } from "./semantic-diff.ts";
import { whatIfStrips } from "./what-if-strips.ts";
import { nameOf, spanWords, table } from "./words.ts";

/** One policy for legal review, made from what runs. `before` is the table of the version before it. */
export function policyPage(pack: Pack, compiled: CompiledPolicy, before: GoldenTable | undefined): string {
  const { policy, domains } = compiled;
  const title = pack.incident.benefits[policy.id]?.title;
  const cells = domains.reduce((product, domain) => product * domain.length, 1);
  const effective = LANGUAGES.map((language) =>
    spanWords(pack, "today", [{ kind: "days", ...policy.effective }], language),
  );
  const sections = [
    `# ${title?.ko ?? policy.id} · ${title?.en ?? policy.id}\n`,
    "이 문서는 실제로 실행되는 정책에서 만들어졌어요. 고치려면 정책 파일을 고치고 `npm run content -- render`를 실행하세요.\n",
    "Made from the policy that runs. To change it, change the policy and run `npm run content -- render`.\n",
    table(
      ["", ""],
      [
        [
          "정책 · policy",
          `\`${policy.id}\`, version ${policy.version}, of \`dialogs/incidents/${pack.incident.id}/policy/\``,
        ],
        ["시행 · in force", effective.join("\n")],
        ["지문 · SHA-256", `\`${policyHash(policy, sha256)}\``],
        [
          "크기 · size",
          `${policy.rules.length} rules, ${policy.facts.length} facts, ${cells.toLocaleString("en-US")} situations, ${questionBoxes(compiled)} boxes in the diagram`,
        ],
      ],
    ),
    "## 규칙 · Rules\n",
    HOW_TO_READ,
    ruleTable(pack, compiled),
    "## 실행되는 그림 · The diagram that runs\n",
    "날짜 범위는 모두 양쪽 당일을 포함해요. · Both days of every range are included.\n",
    kindChart(pack, compiled),
    ...optional("## 날짜가 다르면 · What if the day were another\n", strips(pack, compiled)),
    "## 이전 판과 달라진 점 · Changes since the version before\n",
    changes(pack, compiled, before),
    "## 고객에게 하는 말 · What customers are told\n",
    reasonWords(pack, compiled),
    "## 근거 · Sources\n",
    sourceList(pack, compiled),
  ];
  return sections.join("\n");
}

const optional = (heading: string, text: string): readonly string[] => (text === "" ? [] : [heading, text]);

function strips(pack: Pack, compiled: CompiledPolicy): string {
  const text = whatIfStrips(pack, compiled);
  const intro =
    "다른 답은 가장 흔한 것으로 둔 고객이에요. · A customer who gives the likeliest answer to everything else:\n\n";
  return text === "" ? "" : intro + text;
}

function changes(pack: Pack, compiled: CompiledPolicy, before: GoldenTable | undefined): string {
  if (before === undefined) return "첫 판이에요. · This is the first version.\n";
  const found = semanticDiff(before, goldenTable(compiled));
  if (found.length === 0)
    return `${before.version}판과 같은 결과예요. · The same verdicts as version ${before.version}.\n`;
  const rows = found.map((change) => [
    change.when.map(({ fact, span }) => `${nameOf(pack, fact, "ko")}: ${spanWords(pack, fact, span, "ko")}`).join("\n"),
    change.when.map(({ fact, span }) => `${nameOf(pack, fact, "en")}: ${spanWords(pack, fact, span, "en")}`).join("\n"),
    `\`${change.before}\``,
    `\`${change.after}\``,
  ]);
  return table(["경우", "situation", `${before.version}판 · version ${before.version}`, "지금 · now"], rows);
}
