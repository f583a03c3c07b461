import { compose, factLabel, sourceLink, valueLabel } from "../content/compose.ts";
import { answerInForce, type Content, type Pack } from "../content/content.ts";
import type { Case } from "../core/case.ts";
import type { ConversationState } from "../core/conversation.ts";
import type { Instant } from "../core/day.ts";
import type { FactName, FactState } from "../core/fact.ts";
import type { Language } from "../core/language.ts";
import { type TurnedOff, turnedOff } from "../core/switch.ts";
import type { Verdict } from "../core/verdict.ts";
import { decide } from "../policy/decide.ts";
import type { Clock } from "../ports/clock.ts";
import { SEEN_WAITING_MS, type Undelivered } from "../ports/delivery.ts";
import type { CaseView, KnownLine, ViewCase } from "../ports/desk-view.ts";
import type { LogEntry } from "../ports/log-entry.ts";
import type { Store } from "../ports/store.ts";
import { mentioned } from "./mentioned.ts";
import { suggestReplies, toldIn } from "./suggest-replies.ts";

/** The staff's language on the embedded desk. */
const STAFF: Language = "ko";

const STATES: Readonly<Record<FactState["state"], string>> = {
  known: "",
  unsure: "고객이 모른다고 함",
  declined: "고객이 말하지 않음",
  conflict: "서로 다른 답이 있음",
};

export interface ViewCaseParts {
  readonly store: Pick<Store, "case" | "conversation" | "entries" | "undelivered" | "switches">;
  readonly content: Content;
  readonly pack: Pack;
  readonly clock: Clock;
  /** True for a channel that cannot be written to before the customer writes again. */
  readonly waitsForCustomer: (channel: string) => boolean;
  /** True for a channel that has made sure who its customers are; none does when absent. */
  readonly verifies?: (channel: string) => boolean;
  /** There is live support; none when absent. */
  readonly escalates?: boolean;
}

/** Puts together what staff see of a case, always from the store. */
export const createViewCase =
  ({ store, content, pack, clock, waitsForCustomer, verifies, escalates = false }: ViewCaseParts): ViewCase =>
  async (id) => {
    const found = await store.case(id);
    if (found === undefined) return undefined;
    const conversation = await store.conversation(found.conversation);
    const entries = await store.entries(found.conversation, 0);
    const undelivered = await store.undelivered(found.conversation);
    const waits = conversation !== undefined && waitsForCustomer(conversation.channel);
    const state = conversation?.state;
    const off = turnedOff(await store.switches(), pack.incident.id, conversation?.channel ?? "");
    const verdict = state && wordsOfVerdict(content, pack, state, clock.today(), off);
    const replies = suggestReplies(pack, topicOf(found, state, entries), clock.today(), off);
    const view: CaseView = {
      case: found,
      known: [...(state === undefined ? [] : known(pack, state)), ...mentioned(pack.incident, entries, clock.today())],
      missing: state === undefined ? [] : missing(pack, state, clock.today()),
      entries,
      undelivered: undelivered.filter((one) => waits || isSeen(one, clock.now())),
      waitsForCustomer: waits,
      ...(replies.length === 0 ? {} : { replies }),
      ...(conversation !== undefined && verifies?.(conversation.channel) === true ? { verified: true } : {}),
      escalates,
    };
    return verdict === undefined ? view : { ...view, verdict };
  };

/** In the language that the customer speaks now. */
const topicOf = ({ reason, language }: Case, state: ConversationState | undefined, entries: readonly LogEntry[]) => ({
  reason,
  language: state?.language ?? (language === "en" ? "en" : "ko"),
  told: toldIn(entries),
  ...(state?.topic === undefined ? {} : { topic: state.topic }),
});

/** What was said only just now is on its way. */
const isSeen = ({ state, since }: Undelivered, now: Instant): boolean =>
  state !== "waiting" || Date.parse(now) - Date.parse(since) >= SEEN_WAITING_MS;

const known = (pack: Pack, { facts }: ConversationState): readonly KnownLine[] =>
  Object.entries(facts).map(([fact, is]) => ({
    label: factLabel(pack, fact, STAFF),
    value: is.state === "known" ? knownValue(pack, fact, is) : STATES[is.state],
  }));

/** A span is shown in the customer's own words. */
const knownValue = (
  pack: Pack,
  fact: FactName,
  { value, to, evidence }: Extract<FactState, { state: "known" }>,
): string => (to === undefined || evidence === undefined ? valueLabel(pack, fact, value, STAFF) : `“${evidence}”`);

/** A line for each benefit that could not be decided: the facts that can still change its verdict. */
function missing(pack: Pack, { agenda, decided, facts }: ConversationState, day: string): readonly KnownLine[] {
  const referred = decided?.verdict.kind === "refer" ? [decided.benefit] : [];
  return [...new Set([...referred, ...agenda.toReversed()])].flatMap((benefit) => {
    const verdict = decide(pack.policies.get(benefit) ?? [], facts, day);
    const open = verdict.kind === "needs" ? [verdict.ask, ...verdict.alsoRelevant] : stuckOn(verdict);
    if (open.length === 0) return [];
    const label = pack.incident.benefits[benefit]?.title[STAFF] ?? benefit;
    return [{ label, value: open.map((fact) => factLabel(pack, fact, STAFF)).join(", ") }];
  });
}

const stuckOn = (verdict: Verdict): readonly FactName[] => (verdict.kind === "refer" ? verdict.stuckOn : []);

const KINDS = { eligible: "대상이에요", ineligible: "대상이 아니에요", refer: "사람이 판단해야 해요" } as const;

function wordsOfVerdict(
  content: Content,
  pack: Pack,
  { decided }: ConversationState,
  day: string,
  off: TurnedOff,
): string | undefined {
  if (decided === undefined || decided.verdict.kind === "needs") return undefined;
  const { benefit, verdict } = decided;
  const title = pack.incident.benefits[benefit]?.title[STAFF] ?? benefit;
  const reasons = verdict.reasons.map(({ code }) => {
    const answer = answerInForce(pack, code, day);
    return answer === undefined
      ? code
      : compose(content, pack, { kind: "answer", answer: answer.id, buttons: [] }, STAFF).text;
  });
  const sources = [...new Set(verdict.reasons.flatMap((reason) => reason.sources))].map(
    (id) => sourceLink(pack, id, STAFF).label,
  );
  const cited = sources.length === 0 ? [] : [`출처: ${sources.join(" · ")}`];
  const isOff = verdict.reasons.some(({ code }) => off.answer(code));
  const warned = isOff ? ["⚠ 이 판단의 까닭은 지금 다시 확인하고 있어요. 고객에게 말하지 마세요."] : [];
  return [...warned, `${title}: ${KINDS[verdict.kind]}`, ...reasons, ...cited].join("\n");
}
