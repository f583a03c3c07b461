import { api } from "./desk-api.js";
import { byId, clockTime, make, toast } from "./desk-dom.js";
import { onlyLatest, redrawWhenReleased } from "./desk-redraw.js";
import { switchWords } from "./desk-switch-words.js";
import { deskLanguage } from "./desk-words.js";

/** More are found by searching. */
const MOST_SHOWN = 20;

let lines = [];
let log = [];
let lead = false;

const plain = (text) => text.toLowerCase().replace(/\s+/g, "");

const labelOf = ({ label }) => label[deskLanguage()];

const line = (one, ...more) =>
  make(
    "li",
    { class: "sentence switch", "data-switch": one.name },
    make("p", { class: "said", text: labelOf(one) }),
    make("p", { class: "small", text: switchWords().kinds[one.kind] }),
    ...more,
  );

const offElement = (one) =>
  line(
    one,
    make("p", { class: "why", text: one.off.reason }),
    make("p", { class: "small", text: switchWords().by(one.off.agent.name, clockTime(one.off.at)) }),
    lead ? make("button", { type: "button", text: switchWords().turnOn, onClick: () => void turn(one) }) : undefined,
  );

const onElement = (one) =>
  line(one, make("button", { type: "button", text: switchWords().turnOff, onClick: () => void turn(one) }));

const logElement = (change) =>
  make(
    "li",
    {},
    make("span", {
      text: `${clockTime(change.at)} · ${change.agent.name} · ${labelOf(change)} · ${switchWords().logged[change.off]}`,
    }),
    make("span", { class: "why", text: change.reason }),
  );

const list = (items) => make("ul", {}, ...items);

const drawFound = () => {
  const wanted = plain(byId("switch-search").value);
  const found = lines.filter(
    ({ off, label, name }) => !off && plain(`${label.ko} ${label.en} ${name}`).includes(wanted),
  );
  const shown = found.slice(0, MOST_SHOWN);
  byId("switch-count").textContent = switchWords().found(found.length, shown.length);
  byId("switch-found").replaceChildren(list(shown.map(onElement)));
};

const drawNow = () => {
  const off = lines.filter((one) => one.off);
  byId("view-switches").textContent = switchWords().tab(off.length);
  byId("view-switches").hidden = !lead && off.length === 0;
  // Read aloud and searched like what is shown, a hidden list would only be in the way.
  if (byId("switches").hidden) return;
  const mark = JSON.stringify([lines, log, lead, deskLanguage()]);
  if (byId("switches").dataset.shown === mark) return;
  byId("switches").dataset.shown = mark;
  for (const [id, words] of [
    ["switches-title", switchWords().title],
    ["switches-hint", lead ? switchWords().hint : switchWords().onlyLeads],
    ["switches-off-title", switchWords().offNow(off.length)],
    ["switch-search-label", switchWords().find],
    ["switches-log-title", switchWords().log],
  ]) {
    byId(id).textContent = words;
  }
  byId("switches-off").replaceChildren(
    off.length === 0 ? make("p", { class: "none", text: switchWords().nothingOff }) : list(off.map(offElement)),
  );
  byId("switches-find").hidden = !lead;
  drawFound();
  byId("switches-log").replaceChildren(list(log.map(logElement)));
};

/** Draws what is off, and for leads what can be turned off. */
export const drawSwitches = redrawWhenReleased(drawNow);

const fetchSwitches = onlyLatest(api.switches);

/** Looks how the switches stand; refusals are thrown. */
export const loadSwitches = async () => {
  const answer = await fetchSwitches();
  if (answer === undefined) return;
  const before = log[0]?.version;
  ({ lines, log } = answer);
  // What is proposed and warned of in the case that is open may be another now.
  if (log[0]?.version !== before) changed();
  drawSwitches();
};

export const setLead = (isLead) => {
  lead = isLead;
};

/** Asks why; resolves to the reason, or to undefined when nothing is to be changed. */
const askWhy = (one) =>
  new Promise((resolve) => {
    const dialog = byId("switch-dialog");
    const words = switchWords();
    let reason;
    byId("switch-ask").textContent = one.off ? words.askOn : words.askOff;
    byId("switch-what").textContent = labelOf(one);
    byId("switch-effect").textContent = one.off ? "" : words.effects[one.kind];
    byId("switch-reason-label").textContent = words.reason;
    byId("switch-reason").value = "";
    byId("switch-yes").textContent = one.off ? words.yesOn : words.yesOff;
    byId("switch-form").onsubmit = (event) => {
      event.preventDefault();
      reason = byId("switch-reason").value.trim();
      if (reason !== "") dialog.close();
    };
    byId("switch-no").onclick = () => dialog.close();
    dialog.onclose = () => resolve(reason === "" ? undefined : reason);
    dialog.showModal();
  });

const turn = async (one) => {
  const reason = await askWhy(one);
  if (reason === undefined) return;
  const off = !one.off;
  try {
    await api.turnSwitch({ name: one.name, off, reason });
    toast(switchWords().done[off]);
  } catch (error) {
    if (error.status === 401) complain(error);
    else toast(switchWords().errors[error.code] ?? error.code);
  }
  await loadSwitches().catch(complain);
  byId("switches-title").focus();
};

let complain = () => {};
let changed = () => {};

/** `onError` is told of refusals, `onChange` of switches that anybody has turned. */
export const connectSwitches = (onError, onChange) => {
  complain = onError;
  changed = onChange;
  byId("switch-search").addEventListener("input", drawFound);
};
