import { api } from "./desk-api.js";
import { clockWords } from "./desk-clock-words.js";
import { byId } from "./desk-dom.js";

/** Whose state is known here, and what it is; read once for each who logs in. */
let known = { id: undefined, away: false };

const show = () => {
  const { presence } = clockWords();
  byId("presence").textContent = known.away ? presence.away : presence.here;
  byId("presence").setAttribute("aria-pressed", String(known.away));
};

const take = (id, { presences }) => {
  known = { id, away: presences.find(({ agent }) => agent.id === id)?.away ?? false };
  show();
};

/** The button with which staff say whether they take cases; who never pressed it counts by the opening hours alone. */
export const drawPresence = (me, onError) => {
  show();
  if (known.id === me.id) return;
  known = { id: me.id, away: false };
  const set = (asking) => asking.then((answer) => take(me.id, answer)).catch(onError);
  byId("presence").onclick = () => void set(api.setPresence(!known.away));
  void set(api.presence());
};
