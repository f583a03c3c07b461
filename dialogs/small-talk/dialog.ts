import type { Effect } from "../../src/core/effect.ts";
import type { Intent } from "../../src/core/intent.ts";
import { intentButton, text } from "../../src/core/message.ts";
import type { BenefitId } from "../../src/core/verdict.ts";
import type { Dialog } from "../../src/dialog/dialog.ts";
import { offerPerson } from "../../src/dialog/offer-person.ts";

const KEYS: Partial<Record<Intent, string>> = {
  greeting: "small-talk.greeting",
  thanks: "small-talk.thanks",
  goodbye: "small-talk.goodbye",
  bot_identity: "small-talk.bot-identity",
  affirm: "small-talk.nothing-asked",
  deny: "small-talk.nothing-asked",
  dont_know: "small-talk.nothing-asked",
};

const WITH_TOPICS: ReadonlySet<Intent> = new Set(["greeting", "bot_identity", "affirm", "deny", "dont_know"]);

/** Courtesy, and anger: acknowledged, with the offer of a person. */
export const smallTalk: Dialog = {
  name: "small-talk",
  take: ({ knowledge, state }, { intent, band }) => {
    if (band !== "sure") return undefined;
    if (intent === "complaint") {
      return { outcome: "offered-person", effects: offerPerson("small-talk.complaint") };
    }
    const key = KEYS[intent];
    if (key === undefined) return undefined;
    const buttons = WITH_TOPICS.has(intent) ? knowledge.topics.map(intentButton) : [];
    const left: readonly Effect[] = intent === "goodbye" ? leave(state.agenda) : [];
    return { outcome: "small-talk", effects: [...left, { kind: "say", message: text(key, {}, buttons) }] };
  },
};

/** Who says goodbye is asked nothing more. */
const leave = (agenda: readonly BenefitId[]): readonly Effect[] => [
  { kind: "settle" },
  ...agenda.map((benefit): Effect => ({ kind: "drop", benefit })),
];
