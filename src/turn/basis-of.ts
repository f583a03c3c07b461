import type { Pack } from "../content/content.ts";
import type { Decision } from "../core/decision.ts";

/** Answers, the facts that they quote, and rules behind what was said. */
export function basisOf(decision: Decision, pack: Pack): readonly string[] {
  const basis = decision.effects.flatMap((effect): readonly string[] => {
    if (effect.kind === "decided" && effect.verdict.kind !== "needs") {
      return effect.verdict.reasons.map(({ rule }) => `rule:${effect.benefit}/${rule}`);
    }
    if (effect.kind !== "say" || effect.message.kind !== "answer") return [];
    const { answer: id } = effect.message;
    const answer = pack.answers.get(id.slice(0, id.indexOf(".")))?.find((variant) => variant.id === id);
    const quoted = answer?.body.ko.matchAll(/\{\{fact\.([a-z0-9_.]+)\}\}/g) ?? [];
    return [`answer:${id}`, ...[...quoted].map(([, key]) => `fact:${key}`)];
  });
  return [...new Set(basis)];
}
