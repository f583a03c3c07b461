import { byId, clockTime, make, timeSince } from "./desk-dom.js";
import { marksOf } from "./desk-marks.js";
import { asideParts } from "./desk-support.js";
import { supportWords } from "./desk-support-words.js";
import { undeliveredCount } from "./desk-undelivered.js";
import { words } from "./desk-words.js";

const oldestFirst = (a, b) => a.openedAt.localeCompare(b.openedAt);
const newestFirst = (a, b) => (b.closedAt ?? b.openedAt).localeCompare(a.closedAt ?? a.openedAt);

const groups = (cases, me) => [
  ["queued", cases.filter(({ status }) => status === "queued").sort(oldestFirst)],
  ["mine", cases.filter(({ status, agent }) => status === "claimed" && agent?.id === me.id).sort(oldestFirst)],
  ["others", cases.filter(({ status, agent }) => status === "claimed" && agent?.id !== me.id).sort(oldestFirst)],
  ["escalated", cases.filter(({ status }) => status === "escalated").sort(oldestFirst)],
  ["closed", cases.filter(({ status }) => status === "closed").sort(newestFirst)],
];

const since = (one) => one.waitingSince ?? one.openedAt;

/** How long a customer waits, or when it was; `tick` keeps the first kind right. */
const waiting = (one) =>
  one.status !== "closed" && (one.status === "queued" || one.waitingSince !== undefined)
    ? make("span", { class: "waited", "data-since": since(one), text: words().waited(timeSince(since(one))) })
    : make("span", { class: "since", text: words().since(clockTime(one.openedAt)) });

const row = (one, selected, onPick) =>
  make(
    "li",
    {},
    make(
      "button",
      {
        type: "button",
        class: `row ${one.status}${one.reason === "danger" ? " danger" : ""}`,
        "data-case": one.id,
        "aria-current": one.id === selected ? "true" : undefined,
        onClick: () => onPick(one.id),
      },
      make("span", { class: "reason", text: words().reasons[one.reason] ?? one.reason }),
      make("span", { class: "language", text: one.language.toUpperCase() }),
      waiting(one),
      one.agent && one.status !== "queued"
        ? make("span", { class: "owner", text: words().ownedBy(one.agent.name) })
        : undefined,
      make("span", { class: "marks" }, ...marksOf(one)),
    ),
  );

/** Draws the list of cases, oldest waiting first; keeps the focus where it was. */
export const showList = ({ cases, aside, me, selected, onPick }) => {
  const place = byId("list");
  const focused = place.contains(document.activeElement) ? document.activeElement.dataset.case : undefined;
  const closedOpen = byId("closed-cases")?.open ?? false;
  const { above, below } = asideParts(aside, onPick, byId("survey")?.open ?? false);
  place.setAttribute("aria-label", words().listLabel);
  const count = aside && undeliveredCount(aside.undelivered);
  place.replaceChildren(
    ...(count === undefined ? [] : [count]),
    ...above,
    ...groups(cases, me).flatMap(([group, members]) => {
      // Most desks pass nothing on.
      if (group === "escalated" && members.length === 0) return [];
      const items = members.map((one) => row(one, selected, onPick));
      const body = items.length === 0 ? make("p", { class: "none", text: words().nothing }) : make("ul", {}, ...items);
      const title = `${group === "escalated" ? supportWords().group : words()[group]} ${members.length}`;
      return group === "closed"
        ? make("details", { id: "closed-cases", open: closedOpen }, make("summary", { text: title }), body)
        : make("section", {}, make("h2", { text: title }), body);
    }),
    ...below,
  );
  if (focused !== undefined) place.querySelector(`[data-case="${CSS.escape(focused)}"]`)?.focus();
};

/** Lets the waiting times run. */
export const tick = () => {
  for (const place of document.querySelectorAll("[data-since]")) {
    place.textContent = words().waited(timeSince(place.dataset.since));
  }
};
