import { clockWords } from "./desk-clock-words.js";
import { byId, make } from "./desk-dom.js";
import { entryElement } from "./desk-entry.js";
import { markHeld } from "./desk-held.js";
import { marksOf } from "./desk-marks.js";
import { repliesElement } from "./desk-replies.js";
import { supportWords } from "./desk-support-words.js";
import { markUndelivered } from "./desk-undelivered.js";
import { words } from "./desk-words.js";

const NEAR_END_PX = 80;

/** What was typed for each case and not sent yet. */
const drafts = new Map();
/** The case that is drawn, with the last entry drawn of it. */
let drawn = { id: undefined, seq: 0, language: undefined };

export const draftOf = (id) => drafts.get(id) ?? "";

export const keepDraft = (id, text) => {
  if (text === "") drafts.delete(id);
  else drafts.set(id, text);
  const box = byId("compose");
  if (drawn.id === id && box !== null && box.value !== text) box.value = text;
};

const button = (text, className, onClick, disabled = false) =>
  make("button", { type: "button", class: className, text, onClick, disabled });

const acts = (one, { mine, had, lead, escalates }, on) => {
  const assign = lead ? [button(clockWords().assign, "", on.transfer)] : [];
  if (one.status === "queued") return [button(words().claim, "strong", () => on.act({ kind: "claim" })), ...assign];
  if (one.status === "escalated") return [button(supportWords().takeBack, "strong", () => on.act({ kind: "claim" }))];
  if (one.status === "closed")
    return had || lead ? [button(clockWords().reOpen, "", () => on.act({ kind: "re-open" }))] : [];
  if (!mine)
    return lead ? [button(clockWords().takeOver, "strong", () => on.act({ kind: "take-over" })), ...assign] : [];
  return [
    button(words().handBack, "", () => on.act({ kind: "hand-back" })),
    button(clockWords().transfer, "", on.transfer),
    button(words().release, "", () => on.act({ kind: "release" })),
    ...(escalates ? [button(supportWords().escalate, "", () => on.act({ kind: "escalate" }))] : []),
    one.closeProposed
      ? button(clockWords().closeSilent, "", () => on.close("no-answer"))
      : button(words().close, "", () => on.close()),
  ];
};

const head = (one, { mine, had, lead, escalates }, on) => {
  const owner =
    one.status === "closed"
      ? words().closed
      : mine
        ? words().ownedByMe
        : one.agent
          ? words().ownedBy(one.agent.name)
          : words().noOwner;
  return [
    button(words().backToList, "quiet to-list", on.back),
    make(
      "div",
      { class: "case-title" },
      make("h2", { text: words().reasons[one.reason] ?? one.reason }),
      make("p", { class: "small", text: `${one.language.toUpperCase()} · ${owner}` }),
      make("p", { class: "marks" }, ...marksOf(one)),
    ),
    make("div", { class: "acts" }, ...acts(one, { mine, had, lead, escalates }, on)),
  ];
};

const lines = (pairs) =>
  make("dl", {}, ...pairs.flatMap(({ label, value }) => [make("dt", { text: label }), make("dd", { text: value })]));

const side = ({ known, missing, verdict, verified = false }) => [
  make("summary", { text: words().facts }),
  make("p", { class: "small", text: clockWords().verified(verified) }),
  known.length === 0 ? make("p", { class: "none", text: words().noFacts }) : lines(known),
  ...(missing.length === 0 ? [] : [make("h3", { text: words().missing }), lines(missing)]),
  make("h3", { text: words().verdict }),
  make("p", { class: verdict === undefined ? "none" : "verdict", text: verdict ?? words().noVerdict }),
];

const composer = (one, on) => {
  const box = make("textarea", { id: "compose", rows: "3", maxlength: "4000", "aria-describedby": "compose-hint" });
  box.value = draftOf(one.id);
  box.addEventListener("input", () => keepDraft(one.id, box.value));
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.isComposing) on.note();
  });
  return [
    make("div", { class: "approved", id: "approved-place" }),
    make("label", { for: "compose", text: words().compose }),
    box,
    make(
      "div",
      { class: "send" },
      make("p", { class: "small", id: "compose-hint" }),
      button(words().noteGo, "note-go", on.note),
      make("button", { type: "button", class: "customer", id: "reply", text: words().replyGo, onClick: on.reply }),
    ),
  ];
};

/** How long a customer has been silent runs on while nothing else changes. */
const clockMinute = ({ customerSilentSince }) =>
  customerSilentSince === undefined ? undefined : Math.floor(Date.now() / 60_000);

const isWide = () => matchMedia("(min-width: 1001px)").matches;

/** Draws a part only when what it shows has changed: redrawing would take the focus away. */
const refresh = (id, shown, draw) => {
  const place = byId(id);
  const mark = JSON.stringify(shown);
  if (place.dataset.shown === mark) return;
  place.dataset.shown = mark;
  place.replaceChildren(...draw());
};

const frame = (one, on) => {
  drawn = { id: one.id, seq: 0, language: words() };
  byId("case").replaceChildren(
    make("header", { class: "case-head", id: "case-head" }),
    make("details", { class: "side", id: "side", open: isWide() }),
    make("div", { class: "talk", id: "talk", role: "log", "aria-label": words().talk, tabindex: "0" }),
    make("form", { class: "compose", id: "compose-form" }, ...composer(one, on)),
  );
};

/** An approved reply goes under what was typed already. */
const insertReply = (id, text) => {
  const typed = draftOf(id).trim();
  keepDraft(id, typed === "" ? text : `${typed}\n\n${text}`);
  byId("compose").focus();
};

/** Draws a case; only what is new is added to the transcript, so that nobody loses the place while reading. */
export const showCase = (view, { me, lead }, on) => {
  const one = view.case;
  const mine = one.status === "claimed" && one.agent?.id === me.id;
  if (drawn.id !== one.id || drawn.language !== words() || byId("talk") === null) frame(one, on);
  refresh("case-head", [one, lead, clockMinute(one)], () =>
    head(one, { mine, had: one.agent?.id === me.id, lead, escalates: view.escalates }, on),
  );
  refresh("side", [view.known, view.missing, view.verdict, view.verified], () => side(view));
  const { replies = [] } = view;
  refresh("approved-place", [replies, mine], () =>
    mine ? repliesElement(replies, (text) => insertReply(one.id, text)) : [],
  );
  const talk = byId("talk");
  // On a phone the whole page scrolls, not the transcript.
  const scroller = getComputedStyle(talk).overflowY === "visible" ? document.scrollingElement : talk;
  const atEnd = drawn.seq === 0 || scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_END_PX;
  for (const entry of view.entries.filter(({ seq }) => seq > drawn.seq)) {
    const line = entryElement(entry);
    line.dataset.seq = entry.seq;
    talk.append(line);
    drawn.seq = entry.seq;
  }
  markHeld(talk, view, { me, lead, onTakeBack: (reply) => on.act({ kind: "take-back", reply }) });
  markUndelivered(talk, view, { mine, onAgain: on.again });
  byId("compose-form").hidden = one.status === "closed";
  byId("reply").disabled = !mine;
  byId("compose-hint").textContent = mine ? words().composeHint : words().composeClaim;
  if (atEnd) scroller.scrollTop = scroller.scrollHeight;
};

/** Empties the place of the case, with a hint when there is nothing to come. */
export const showNoCase = (hint) => {
  drawn = { id: undefined, seq: 0, language: undefined };
  byId("case").replaceChildren(make("p", { class: "none pick", text: hint ? words().pick : "" }));
};
