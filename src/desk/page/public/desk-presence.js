import { api } from "./desk-api.js";
import { clockWords } from "./desk-clock-words.js";
import { byId } from "./desk-dom.js";

/** Whose state is known here, and what it is; read once for each who logs in. */
let known = { id: undefined, away: undefined };

const show = () => {
  const { presence } = clockWords();
  const box = byId("presence");
  box.setAttribute("aria-label", presence.label);
  for (const option of box.options) option.textContent = presence[option.value];
  box.value = known.away ? "away" : "here";
};

const take = (id, { presences }) => {
  known = { id, away: presences.find(({ agent }) => agent.id === id)?.away };
  show();
};

/** The menu in which staff say whether they take cases; who chooses nothing counts by the opening hours alone. */
export const drawPresence = (me, onError) => {
  show();
  if (known.id === me.id) return;
  known = { id: me.id, away: undefined };
  byId("presence").onchange = (event) =>
    api
      .setPresence(event.target.value === "away")
      .then((answer) => take(me.id, answer))
      .catch(onError);
  api
    .presence()
    .then((answer) => take(me.id, answer))
    .catch(onError);
};
