import type { VerdictKind } from "../../core/verdict.ts";
import type { CompiledPolicy } from "../../policy/compiled-policy.ts";
import type { NodeId } from "../../policy/diagram.ts";
import type { Pack } from "../content.ts";
import { spanText } from "./golden-table.ts";
import { branchesOf, firstFact, type Span } from "./paths.ts";
import { KIND_WORDS, nameOf } from "./words.ts";

const KINDS: readonly VerdictKind[] = ["eligible", "ineligible", "refer"];

/** The diagram that decides, as Mermaid draws it: a box for each question that can still matter. */
export function kindChart(pack: Pack, { policy, domains, kinds }: CompiledPolicy): string {
  const lines: string[] = [];
  const names = new Map<NodeId, string>();
  const visit = (node: NodeId): string => {
    const known = names.get(node);
    if (known !== undefined) return known;
    const fact = firstFact({ ...kinds, root: node });
    const decided = kinds.diagram.decided(node);
    const kind = KINDS.find((each) => each === decided);
    const name = kind ?? `q${names.size + 1}`;
    names.set(node, name);
    if (fact === undefined) {
      lines.push(`  ${name}(["${kind === undefined ? "" : `${KIND_WORDS[kind].ko}<br>${KIND_WORDS[kind].en}`}"])`);
      return name;
    }
    const { name: asked = "" } = policy.facts[fact] ?? {};
    lines.push(`  ${name}{{"${quoted(nameOf(pack, asked, "ko"))}<br>${asked}"}}`);
    for (const { span, to } of branchesOf(kinds, node, domains)) {
      lines.push(`  ${name} -->|"${answer(pack, asked, span)}"| ${visit(to)}`);
    }
    return name;
  };
  visit(kinds.root);
  return ["```mermaid", "flowchart TD", ...lines, "```", ""].join("\n");
}

/** How many boxes ask something. */
export const questionBoxes = ({ kinds, domains }: CompiledPolicy): number => {
  const seen = new Set<NodeId>();
  const visit = (node: NodeId): void => {
    if (seen.has(node)) return;
    seen.add(node);
    for (const { to } of branchesOf(kinds, node, domains)) visit(to);
  };
  visit(kinds.root);
  return [...seen].filter((node) => kinds.diagram.decided(node) === undefined).length;
};

/** Labels of values; days stay short, because an arrow has little room. */
const answer = (pack: Pack, fact: string, span: Span): string =>
  span
    .map((cell) =>
      quoted(cell.kind === "value" ? (pack.questions.ko[fact]?.options[cell.value] ?? cell.value) : spanText([cell])),
    )
    .join("<br>");

const quoted = (text: string): string => text.replaceAll('"', "#quot;");
