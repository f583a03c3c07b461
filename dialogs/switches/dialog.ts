import type { Effect } from "../../src/core/effect.ts";
import type { Intent } from "../../src/core/intent.ts";
import type { Dialog, DialogTurn } from "../../src/dialog/dialog.ts";
import { offerPerson } from "../../src/dialog/offer-person.ts";

/** What needs no word about the incident. */
const COURTESY: ReadonlySet<Intent> = new Set<Intent>(["thanks", "goodbye", "complaint"]);

/** While leads have turned the incident off: phone lines and a person, once a message, and not a word about the incident. */
export const packOff: Dialog = {
  name: "switches",
  take: (turn, { intent, band }) => {
    if (band === "sure" && COURTESY.has(intent)) return undefined;
    if (band !== "sure" && isAside(turn)) return undefined;
    const effects: readonly Effect[] = turn.state.open?.kind === "person" ? [] : offerPerson("switches.pack-off");
    return { outcome: "offered-person", effects };
  },
};

const isAside = ({ understanding: { segments } }: DialogTurn): boolean => segments.some(({ band }) => band === "sure");
