import { deskLanguage, words } from "./desk-words.js";

export const byId = (id) => document.getElementById(id);

/** Makes an element. Text always goes in as text, so a customer's words can never become markup. */
export const make = (tag, properties = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === false) continue;
    if (name === "text") element.textContent = value;
    else if (name === "onClick") element.addEventListener("click", value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== undefined));
  return element;
};

export const showWords = () => {
  document.documentElement.lang = deskLanguage();
  for (const place of document.querySelectorAll("[data-word]")) place.textContent = words()[place.dataset.word];
};

let hiding;

/** A short word about what has just happened, read aloud as well. */
export const toast = (text) => {
  const place = byId("toast");
  clearTimeout(hiding);
  place.textContent = text;
  place.hidden = false;
  hiding = setTimeout(() => {
    place.hidden = true;
  }, 7_000);
};

let offsetMs = 0;

/** The server's clock counts: this machine's may be wrong, and the assistant may be shown on another day. */
export const setServerNow = (now) => {
  offsetMs = Date.parse(now) - Date.now();
};

/** "3분 12초": the two largest units of the time since an instant. */
export const timeSince = (instant) => {
  const { units } = words();
  const seconds = Math.max(0, Math.floor((Date.now() + offsetMs - Date.parse(instant)) / 1000));
  const parts = [
    [Math.floor(seconds / 86_400), units.day],
    [Math.floor(seconds / 3_600) % 24, units.hour],
    [Math.floor(seconds / 60) % 60, units.minute],
    [seconds % 60, units.second],
  ];
  const first = parts.findIndex(([amount]) => amount > 0);
  const from = first === -1 ? parts.length - 1 : first;
  return parts
    .slice(from, from + 2)
    .map(([amount, unit]) => `${amount}${unit}`)
    .join(" ");
};

const LOCALES = { ko: "ko-KR", en: "en-GB" };

/** A calendar day in Korea, `YYYY-MM-DD`, in words. */
export const dayText = (day) =>
  new Intl.DateTimeFormat(LOCALES[deskLanguage()], { timeZone: "UTC", month: "long", day: "numeric" }).format(
    new Date(`${day}T00:00:00Z`),
  );

/** Day and time in Korea. */
export const clockTime = (instant) =>
  new Intl.DateTimeFormat(LOCALES[deskLanguage()], {
    timeZone: "Asia/Seoul",
    month: "long",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  }).format(new Date(instant));
