import { api } from "./desk-api.js";
import { askForLabel } from "./desk-dialogs.js";
import { byId, dayText, make, toast } from "./desk-dom.js";
import { onlyLatest, redrawWhenReleased } from "./desk-redraw.js";
import { deskLanguage, words } from "./desk-words.js";

let open = [];
let labelled = [];
let labels = [];
/** Items whose act is on its way: a second press must not do it twice. */
const acting = new Set();

const labelText = (intent) => labels.find((one) => one.intent === intent)?.label[deskLanguage()] ?? intent;

const button = (text, act, onClick) => make("button", { type: "button", "data-act": act, text, onClick });

const aboutText = ({ language, count, lastDay }) =>
  [language.toUpperCase(), words().times(count), dayText(lastDay)].join(" · ");

const saidElement = (item) => make("p", { class: "said", id: `said-${item.id}`, lang: item.language, text: item.text });

const guessText = ({ intent, confidence }) => `${labelText(intent)} · ${Math.round(confidence * 100)}%`;

const openElement = (item, on) =>
  make(
    "li",
    { class: "sentence", "data-review": item.id },
    saidElement(item),
    make("p", { class: "small", text: aboutText(item) }),
    choices(
      item,
      ...item.guesses.map((guess) =>
        button(guessText(guess), guess.intent, () => on.act(item, { kind: "label", label: guess.intent })),
      ),
      button(words().otherLabel, "other", () => on.choose(item)),
      button(words().dismiss, "dismiss", () => on.act(item, { kind: "dismiss" })),
    ),
  );

const labelledElement = (item, on) =>
  make(
    "li",
    { class: "sentence", "data-review": item.id },
    saidElement(item),
    make("p", { class: "small", text: `${labelText(item.label)} · ${item.agent?.name ?? ""}` }),
    make(
      "div",
      { class: "choices" },
      button(words().takeBack, "reopen", () => on.act(item, { kind: "reopen" })),
    ),
  );

/** The buttons of a sentence, named after it for who cannot see which one they belong to. */
const choices = (item, ...buttons) =>
  make("div", { class: "choices", role: "group", "aria-labelledby": `said-${item.id}` }, ...buttons);

const listElement = (items) =>
  items.length === 0 ? make("p", { class: "none", text: words().nothing }) : make("ul", {}, ...items);

/** Where the keyboard is, so that a redrawing does not take it away. */
const placeOfFocus = () => {
  const item = document.activeElement?.closest("[data-review]");
  return item === null || item === undefined
    ? undefined
    : `[data-review="${CSS.escape(item.dataset.review)}"] [data-act="${CSS.escape(document.activeElement.dataset.act)}"]`;
};

let shown;

const drawNow = () => {
  byId("view-review").textContent = words().reviewTab(open.length);
  const mark = JSON.stringify([open, labelled, labels.length, deskLanguage()]);
  if (mark === shown) return;
  shown = mark;
  const focused = placeOfFocus();
  byId("review-open").replaceChildren(listElement(open.map((item) => openElement(item, handlers))));
  byId("review-labelled-title").textContent = words().labelled(labelled.length);
  byId("review-labelled").replaceChildren(listElement(labelled.map((item) => labelledElement(item, handlers))));
  if (focused !== undefined) byId("review").querySelector(focused)?.focus();
};

/** Draws the sentences to review and their number on the tab. */
export const drawReview = redrawWhenReleased(drawNow);

const fetchReviews = onlyLatest(api.reviews);

/** Looks for sentences to review; refusals are thrown. */
export const loadReview = async () => {
  if (labels.length === 0) labels = (await api.labels()).labels;
  const answer = await fetchReviews();
  if (answer === undefined) return;
  ({ open, labelled } = answer);
  drawReview();
};

let complain = () => {};

/** `onError` is told of refusals. */
export const connectReview = (onError) => {
  complain = onError;
};

/** The next sentence is where the eyes and the keyboard are already. */
const focusNext = (at) => {
  const next = byId("review-open").querySelectorAll("[data-review]")[at];
  (next?.querySelector("button") ?? byId("review-title")).focus();
};

const act = async (item, wish) => {
  if (acting.has(item.id)) return;
  acting.add(item.id);
  const at = open.findIndex(({ id }) => id === item.id);
  try {
    await api.review(item.id, wish);
    toast(wish.kind === "label" ? words().labelGiven(labelText(wish.label)) : words().reviewed[wish.kind]);
  } catch (error) {
    complain(error);
  }
  await loadReview().catch(complain);
  acting.delete(item.id);
  focusNext(Math.min(Math.max(at, 0), open.length - 1));
};

const handlers = {
  act: (item, wish) => void act(item, wish),
  choose: async (item) => {
    const label = await askForLabel(item.text, labels);
    if (label !== undefined) await act(item, { kind: "label", label });
  },
};
