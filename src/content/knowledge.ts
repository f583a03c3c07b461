import { AppError } from "../core/app-error.ts";
import type { LocalTime } from "../core/day.ts";
import { NOTHING_OFF, type TurnedOff } from "../core/switch.ts";
import type { Knowledge } from "../dialog/knowledge.ts";
import { isDeskOpen, nextOpening, slotsAfter } from "../handoff/desk-hours.ts";
import { decide } from "../policy/decide.ts";
import { inForce } from "../policy/in-force.ts";
import { sameCell } from "../policy/same-cell.ts";
import { answerInForce, type Content, type Pack } from "./content.ts";

interface Moment {
  readonly content: Content;
  readonly at: LocalTime;
  readonly knowledge: Knowledge;
}

/** The last moment of each pack: times are told in minutes, and a minute has thousands of turns. */
const moments = new WeakMap<Pack, Moment>();

/** What dialogs may know of a pack at one moment in Korea, and what of it they may tell. */
export function knowledgeOf(content: Content, pack: Pack, at: LocalTime, off: TurnedOff = NOTHING_OFF): Knowledge {
  if (off !== NOTHING_OFF) return gathered(content, pack, at, off);
  const last = moments.get(pack);
  if (last?.at === at && last.content === content) return last.knowledge;
  const knowledge = gathered(content, pack, at, off);
  moments.set(pack, { content, at, knowledge });
  return knowledge;
}

function gathered(content: Content, pack: Pack, at: LocalTime, off: TurnedOff): Knowledge {
  const day = at.slice(0, 10);
  const { plan } = content.hours;
  const { slots, leadMinutes } = content.clocks.callBack;
  const opens = nextOpening(plan, at);
  if (opens === undefined) throw new AppError("CONTENT_INVALID", "The desk does not open within the next 30 days.");
  const benefits = Object.entries(pack.incident.benefits);
  const policies = (benefit: string) => pack.policies.get(benefit) ?? [];
  const answer = (id: string) => {
    const found = answerInForce(pack, id, day);
    return found && { id: found.id, next: found.head.next, offersPerson: found.head.person === "offer" };
  };
  const asks = (benefit: string, fact: string) =>
    policies(benefit).some(({ policy }) => policy.facts.some(({ name }) => name === fact));
  return {
    day,
    topics: pack.incident.topics.filter((topic) => !off.answer(topic)),
    desk: { open: isDeskOpen(plan, at), opens, slots: slotsAfter(plan, at, slots, leadMinutes) },
    answer,
    isOff: off.answer,
    benefitFor: (intent) => benefits.find(([, { intents }]) => intents.includes(intent))?.[0],
    benefitsWithFacts: (intent) =>
      benefits.filter(([, benefit]) => benefit.intents_with_facts.includes(intent)).map(([id]) => id),
    supposes: (intent, benefit) => {
      const { intents = [], intents_with_facts = [], intents_supposing = [] } = pack.incident.benefits[benefit] ?? {};
      return [...intents, ...intents_with_facts, ...intents_supposing].includes(intent);
    },
    benefitOf: (fact) => benefits.find(([id]) => asks(id, fact))?.[0],
    asks,
    startsOf: (benefit) => (pack.incident.benefits[benefit]?.intents ?? []).filter((intent) => !off.answer(intent)),
    stuck: (benefit) => answer(pack.incident.benefits[benefit]?.stuck ?? ""),
    evaluate: (benefit, facts) => decide(policies(benefit), facts, day),
    alike: (benefit, fact, days) => {
      const policy = inForce(policies(benefit), day);
      return policy !== undefined && sameCell(policy, fact, days);
    },
    options: (fact) => Object.keys(pack.questions.ko[fact]?.options ?? {}),
  };
}
