import { make } from "./desk-dom.js";
import { words } from "./desk-words.js";

const GIVEN_UP = ["unknown", "parked", "dead"];

const text = ({ state, why = "" }, waitsForCustomer) => {
  const say = words().undelivered;
  if (state === "waiting") return waitsForCustomer ? say.waitsForCustomer : say.waiting;
  if (state === "unknown") return say.unknown;
  return say[state](words().undeliveredWhy[why] ?? words().undeliveredOther(why));
};

const mark = (one, { waitsForCustomer, mine, onAgain }) =>
  make(
    "p",
    { class: `undelivered ${one.state}` },
    make("span", { text: text(one, waitsForCustomer) }),
    mine && GIVEN_UP.includes(one.state)
      ? make("button", { type: "button", text: words().sendAgain, onClick: () => onAgain(one.seq) })
      : undefined,
  );

/** Puts a mark under every line of the transcript that has not reached the customer, and takes the others away. */
export const markUndelivered = (talk, view, { mine, onAgain }) => {
  const { undelivered, waitsForCustomer } = view;
  const shown = JSON.stringify([undelivered, mine]);
  const drawn = talk.querySelectorAll(".undelivered").length;
  // Drawn again only when something has changed, so that the focus stays.
  if (talk.dataset.undelivered === shown && (drawn > 0 || undelivered.length === 0)) return;
  talk.dataset.undelivered = shown;
  for (const old of talk.querySelectorAll(".undelivered")) old.remove();
  for (const one of undelivered) {
    talk.querySelector(`[data-seq="${one.seq}"]`)?.append(mark(one, { waitsForCustomer, mine, onAgain }));
  }
};

/** How many words have not reached customers, over all conversations; nothing when all have. */
export const undeliveredCount = (count) => {
  const parts = words()
    .undeliveredCount(count)
    .filter(([amount]) => amount > 0)
    .map(([, shown]) => shown);
  return parts.length === 0
    ? undefined
    : make(
        "section",
        { class: "undelivered-count" },
        make("h2", { text: words().undeliveredLabel }),
        make("p", { id: "undelivered", text: parts.join(" · ") }),
      );
};
