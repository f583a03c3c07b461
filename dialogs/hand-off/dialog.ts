import type { Decision } from "../../src/core/decision.ts";
import { intentButton, text } from "../../src/core/message.ts";
import { DANGER_FROM, dangerOf, PERHAPS_DANGER_FROM } from "../../src/dialog/danger-of.ts";
import type { Dialog, DialogTurn } from "../../src/dialog/dialog.ts";
import { handOffEffects } from "../../src/dialog/hand-off-effects.ts";
import { offerPerson } from "../../src/dialog/offer-person.ts";

/** Who only wants a number or the hours is told and stays with the bot; "call me at my number" wants a person. */
const WANTS_A_NUMBER = /번호|몇\s*번|전화할\s*곳|number|hotline|helpline/i;
const WANTS_THE_HOURS =
  /몇\s*시|상담\s*시간|운영\s*시간|(?:밤|새벽|주말|[토일]요일|휴일|점심(?:시간)?)에?도|(?:opening|business|office) hours|what time|until when|on (?:sundays?|saturdays?|weekends?|holidays)\b/i;
const WANTS_A_PERSON =
  /(?:연결|전화)\s?(?:좀\s?)?(?:해\s?)?(?:주|줘|달라|부탁|바랍)|바꿔|불러|콜백|call me|call us|(?:talk|speak) (?:to|with)|connect me/i;

const WANTS_NOBODY =
  /(?:상담[원사]|직원|사람)[가-힣\s]{0,8}(?:말고|필요\s?없|싫)|(?:no|don'?t (?:want|need)) (?:an? |any )?(?:agent|human|person)/i;

/** Brings in a person: at once in danger, on request, or when the offer is accepted. */
export const handOff: Dialog = {
  name: "hand-off",
  first: (turn) => danger(turn) ?? accepted(turn),
  take: (turn, segment) => {
    if (segment.intent !== "contact_agent" || segment.band !== "sure") return undefined;
    if (!WANTS_A_PERSON.test(segment.text)) {
      if (WANTS_NOBODY.test(segment.text)) return declined;
      if (WANTS_A_NUMBER.test(segment.text)) return undefined;
      if (WANTS_THE_HOURS.test(segment.text)) return hours();
    }
    return { outcome: "handed-off", effects: handOffEffects("asked", turn.knowledge) };
  },
};

const declined: Decision = {
  outcome: "steered",
  effects: [{ kind: "settle" }, { kind: "say", message: text("hand-off.declined") }],
};

function hours(): Decision {
  const message = text("hand-off.hours", { hours: { kind: "hours" } }, [intentButton("contact_agent")]);
  return { outcome: "answered", effects: [{ kind: "say", message }] };
}

function danger({ understanding, knowledge }: DialogTurn): Decision | undefined {
  const likelihood = dangerOf(understanding);
  if (likelihood >= DANGER_FROM) {
    const effects = [
      { kind: "say", message: text("hand-off.danger") } as const,
      ...handOffEffects("danger", knowledge),
    ];
    return { outcome: "handed-off", effects };
  }
  if (likelihood < PERHAPS_DANGER_FROM) return undefined;
  return { outcome: "offered-person", effects: offerPerson("hand-off.perhaps-danger") };
}

function accepted({ state, understanding, knowledge }: DialogTurn) {
  if (state.open?.kind !== "person") return undefined;
  switch (understanding.reply?.kind) {
    case "yes":
      return { outcome: "handed-off", effects: handOffEffects("asked", knowledge) } as const;
    case "no":
      // "No, but ...": what else is said matters more.
      if (understanding.segments.some(({ band }) => band === "sure")) return undefined;
      return declined;
    default:
      return undefined;
  }
}
