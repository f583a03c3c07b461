import { api, listen } from "./desk-api.js";
import { draftOf, keepDraft, showCase, showNoCase } from "./desk-case.js";
import { clockWords } from "./desk-clock-words.js";
import { askToClose, askToSend, askToSendAgain, askToTransfer } from "./desk-dialogs.js";
import { byId, setServerNow, showWords, toast } from "./desk-dom.js";
import { heldRefusal } from "./desk-held.js";
import { showList, tick } from "./desk-list.js";
import { connectLogin } from "./desk-login.js";
import { oldestWords } from "./desk-marks.js";
import { drawPresence } from "./desk-presence.js";
import { onlyLatest, redrawWhenReleased } from "./desk-redraw.js";
import { connectReview, drawReview, loadReview } from "./desk-review.js";
import { isSoundOn, ring, toggleSound } from "./desk-sound.js";
import { connectSwitches, drawSwitches, loadSwitches, setLead } from "./desk-switches.js";
import { connectViews, isShown } from "./desk-views.js";
import { deskLanguage, switchLanguage, words } from "./desk-words.js";

const POLL_MS = 20_000;
const LOGIN_REQUIRED = 4401;

let me;
let lead = false;
let cases = [];
let aside;
let seen;
let selected;
let view;
let linked = true;
let stopListening = () => {};
/** Words on their way to a customer, by case: given back to the agent when they are refused. */
const sent = new Map();

const showLogin = () => {
  stopListening();
  me = undefined;
  view = undefined;
  seen = undefined;
  byId("desk").hidden = true;
  byId("login").hidden = false;
  document.title = words().title;
};

const onError = (error) => {
  if (error.status === 401) showLogin();
  else toast(words().errors[error.code] ?? words().failed);
};

const pick = (id) => {
  selected = id;
  view = undefined;
  byId("panes").classList.toggle("reading", id !== undefined);
  draw();
  // At once: the buttons of the case before must not be pressed for this one.
  showNoCase(id === undefined);
  if (id !== undefined) void loadView().then(() => byId("case").focus({ preventScroll: true }));
};

const draw = redrawWhenReleased(() => {
  if (me === undefined) return;
  const waiting = cases.filter(({ status }) => status === "queued").length;
  document.title = waiting > 0 ? `(${waiting}) ${words().title}` : words().title;
  byId("count").textContent = words().waitingCount(waiting);
  byId("oldest").replaceChildren(...oldestWords(cases));
  byId("count").classList.toggle("some", waiting > 0);
  byId("me").textContent = lead ? clockWords().leadMark(me.name) : me.name;
  showLink();
  drawPresence(me, onError);
  byId("language").textContent = words().other;
  byId("language").lang = deskLanguage() === "ko" ? "en" : "ko";
  byId("sound").textContent = isSoundOn() ? words().soundOn : words().soundOff;
  byId("sound").setAttribute("aria-pressed", String(isSoundOn()));
  showList({ cases, aside, me, selected, onPick: pick });
  if (view !== undefined) showCase(view, { me, lead }, handlers);
  byId("views").setAttribute("aria-label", words().viewsLabel);
  drawReview();
  drawSwitches();
});

const onShow = (name) => {
  if (name === "review") void loadReview().catch(onError);
  if (name === "switches") void loadSwitches().catch(onError);
};

const announceNew = () => {
  const fresh = cases.filter(({ id, status }) => status === "queued" && seen !== undefined && !seen.has(id));
  seen = new Set([...(seen ?? []), ...cases.map(({ id }) => id)]);
  if (fresh.length === 0) return;
  ring();
  toast(words().newCase);
};

const fetchCases = onlyLatest(api.cases);
const fetchView = onlyLatest(api.view);

const loadCases = async () => {
  try {
    const answer = await fetchCases();
    if (answer === undefined) return;
    setServerNow(answer.now);
    cases = answer.cases;
    aside = answer;
    announceNew();
    draw();
  } catch (error) {
    if (error.status === 401) showLogin();
  }
};

const loadView = async () => {
  if (selected === undefined) return;
  try {
    const answer = await fetchView(selected);
    if (answer?.view.case.id !== selected) return;
    view = answer.view;
    draw();
  } catch (error) {
    onError(error);
  }
};

/** The case is fixed when the agent begins to act: words must never reach another customer than the one in view. */
const act = async (wish, id = selected) => {
  try {
    await api.act(id, wish);
    if (wish.kind === "reply") sent.set(id, wish.text);
    // Not when something else has been typed since.
    if ("text" in wish && draftOf(id).trim() === wish.text) keepDraft(id, "");
  } catch (error) {
    onError(error);
  }
};

const handlers = {
  act: (wish) => act(wish),
  back: () => pick(undefined),
  note: () => {
    const text = draftOf(selected).trim();
    if (text !== "") void act({ kind: "note", text });
    byId("compose")?.focus();
  },
  reply: async () => {
    const text = draftOf(selected).trim();
    if (text === "") return byId("compose").focus();
    const id = selected;
    const confirmed = await askToSend(me.name, text);
    if (confirmed !== undefined) await act({ kind: "reply", text: confirmed }, id);
  },
  again: async (seq) => {
    const id = selected;
    const body = view?.entries.find((entry) => entry.seq === seq)?.body;
    const confirmed = await askToSendAgain(body?.text ?? body?.said?.text ?? "");
    if (confirmed) await act({ kind: "send-again", seq }, id);
  },
  transfer: async () => {
    const id = selected;
    const mine = view?.case.agent?.id === me.id;
    const holder = view?.case.agent?.id;
    try {
      const { agents } = await api.colleagues();
      // A lead may take it; who has it need not be offered it.
      const choice = (lead && !mine ? [{ ...me, here: true }, ...agents] : agents).filter(({ id }) => id !== holder);
      const to = await askToTransfer(choice, mine);
      if (to !== undefined) await act(to === "" ? { kind: "release" } : { kind: "transfer", to }, id);
    } catch (error) {
      onError(error);
    }
  },
  close: async (proposed) => {
    const id = selected;
    const reason = await askToClose(proposed);
    if (reason !== undefined) await act({ kind: "close", reason }, id);
  },
};

const onNews = async (news) => {
  const lost = sent.get(news.case);
  sent.delete(news.case);
  await Promise.all([loadCases(), news.case === selected ? loadView() : undefined]);
  if (news.kind !== "refused") return;
  toast(refusalText(news));
  if (lost !== undefined && draftOf(news.case) === "") keepDraft(news.case, lost);
};

/** The server says who has the case; the list may be older. */
const refusalText = ({ why, holder, case: of }) => {
  if (why === "not-lead") return clockWords().notLead;
  const name = holder ?? cases.find(({ id }) => id === of)?.agent?.name;
  const named = name !== undefined && name !== me?.name ? clockWords().refused[why]?.(name) : undefined;
  return named ?? words().refused[why]?.(name) ?? heldRefusal(why) ?? words().failed;
};

const showLink = () => {
  byId("link").textContent = linked ? words().linked : words().unlinked;
  byId("link").classList.toggle("lost", !linked);
};

const enter = (agent, isLead = false) => {
  me = agent;
  lead = isLead;
  setLead(isLead);
  byId("login").hidden = true;
  byId("desk").hidden = false;
  pick(selected);
  void loadReview().catch(onError);
  void loadSwitches().catch(onError);
  stopListening();
  stopListening = listen({
    onNews: (news) => void onNews(news),
    onOpen: () => {
      linked = true;
      showLink();
      void loadCases();
      void loadView();
    },
    onLost: (code) => {
      linked = false;
      if (code === LOGIN_REQUIRED) showLogin();
      else showLink();
    },
  });
};

connectLogin(enter);
connectReview(onError);
connectSwitches(onError, () => void loadView());
connectViews(onShow);
byId("logout").addEventListener("click", () => api.logout().then(showLogin, showLogin));
byId("sound").addEventListener("click", () => {
  toggleSound();
  draw();
});
byId("language").addEventListener("click", () => {
  switchLanguage();
  showWords();
  draw();
  if (view === undefined) showNoCase(selected === undefined);
});
setInterval(tick, 1_000);
setInterval(() => {
  if (me === undefined) return;
  void loadCases();
  // Silent: the list of cases tells when the connection is gone.
  void loadSwitches().catch(() => undefined);
  if (isShown("review")) void loadReview().catch(() => undefined);
}, POLL_MS);
showWords();
api.me().then((answer) => enter(answer.agent, answer.lead), showLogin);
