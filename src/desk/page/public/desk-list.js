import { byId, clockTime, make, timeSince } from "./desk-dom.js";
import { undeliveredCount } from "./desk-undelivered.js";
import { words } from "./desk-words.js";

const oldestFirst = (a, b) => a.openedAt.localeCompare(b.openedAt);
const newestFirst = (a, b) => (b.closedAt ?? b.openedAt).localeCompare(a.closedAt ?? a.openedAt);

const groups = (cases, me) => [
  ["queued", cases.filter(({ status }) => status === "queued").sort(oldestFirst)],
  ["mine", cases.filter(({ status, agent }) => status === "claimed" && agent?.id === me.id).sort(oldestFirst)],
  ["others", cases.filter(({ status, agent }) => status === "claimed" && agent?.id !== me.id).sort(oldestFirst)],
  ["closed", cases.filter(({ status }) => status === "closed").sort(newestFirst)],
];

/** How long a customer waits, or when it was; `tick` keeps the first kind right. */
const waiting = (one) =>
  one.status === "queued"
    ? make("span", { class: "waited", "data-since": one.openedAt, text: words().waited(timeSince(one.openedAt)) })
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
    ),
  );

/** Draws the list of cases, oldest waiting first; keeps the focus where it was. */
export const showList = ({ cases, undelivered, me, selected, onPick }) => {
  const place = byId("list");
  const focused = place.contains(document.activeElement) ? document.activeElement.dataset.case : undefined;
  const closedOpen = place.querySelector("details")?.open ?? false;
  place.setAttribute("aria-label", words().listLabel);
  const count = undelivered && undeliveredCount(undelivered);
  place.replaceChildren(
    ...(count === undefined ? [] : [count]),
    ...groups(cases, me).map(([group, members]) => {
      const items = members.map((one) => row(one, selected, onPick));
      const body = items.length === 0 ? make("p", { class: "none", text: words().nothing }) : make("ul", {}, ...items);
      const title = `${words()[group]} ${members.length}`;
      return group === "closed"
        ? make("details", { open: closedOpen }, make("summary", { text: title }), body)
        : make("section", {}, make("h2", { text: title }), body);
    }),
  );
  if (focused !== undefined) place.querySelector(`[data-case="${CSS.escape(focused)}"]`)?.focus();
};

/** Lets the waiting times run. */
export const tick = () => {
  for (const place of document.querySelectorAll("[data-since]")) {
    place.textContent = words().waited(timeSince(place.dataset.since));
  }
};
