import { openChat } from "./page-chat.js";
import { watchLink } from "./page-link.js";
import { connectSave } from "./page-save.js";
import { forgetSession, openSession, rememberedLanguage, rememberLanguage } from "./page-session.js";
import { LOCALES, WORDS } from "./page-words.js";

const byId = (id) => document.getElementById(id);
const SLOWEST_MS = 20_000;

let language = rememberedLanguage();
let chat;
let attempts = 0;
/** Counts the conversations opened on this page, so that a late answer for an old one is dropped. */
let round = 0;

const showWords = () => {
  const words = WORDS[language];
  document.documentElement.lang = language;
  document.title = words.title;
  for (const place of document.querySelectorAll("[data-word]")) place.textContent = words[place.dataset.word];
  for (const button of document.querySelectorAll("[data-language]")) {
    button.setAttribute("aria-pressed", String(button.dataset.language === language));
  }
};

const tellTrouble = (word) => {
  const place = byId("trouble");
  place.hidden = word === undefined;
  place.textContent = word === undefined ? "" : WORDS[language][word];
};

/** Web Chat keeps what it drew in its element; each conversation gets a new one. */
const newRoom = () => {
  const room = document.createElement("div");
  room.className = "room";
  byId("chat").replaceChildren(room);
  return room;
};

const tryAgainLater = (mine) => {
  attempts += 1;
  if (attempts > 1) tellTrouble("trouble");
  setTimeout(() => mine === round && start(), Math.min(SLOWEST_MS, 500 * 2 ** attempts));
};

const start = async () => {
  round += 1;
  const mine = round;
  try {
    const session = await openSession(LOCALES[language]);
    if (mine !== round) return;
    chat?.close();
    chat = openChat(newRoom(), session, language, {
      online: () => {
        attempts = 0;
        tellTrouble(undefined);
      },
      end: () => mine === round && tryAgainLater(mine),
    });
  } catch {
    if (mine === round) tryAgainLater(mine);
  }
};

const startAnew = () => {
  byId("anew-dialog").close();
  forgetSession();
  void start();
};

const speak = (other) => {
  language = other;
  rememberLanguage(other);
  showWords();
  chat?.speak(other);
};

const askForPerson = () => {
  if (chat?.isOnline()) chat.say(WORDS[language].person);
  else tellTrouble("trouble");
};

showWords();
byId("person").addEventListener("click", askForPerson);
connectSave(
  () => LOCALES[language],
  () => tellTrouble("trouble"),
);
byId("anew").addEventListener("click", () => byId("anew-dialog").showModal());
byId("anew-no").addEventListener("click", () => byId("anew-dialog").close());
byId("anew-yes").addEventListener("click", startAnew);
for (const button of document.querySelectorAll("[data-language]")) {
  button.addEventListener("click", () => speak(button.dataset.language));
}
watchLink((linked) => tellTrouble(linked ? undefined : "trouble"));
if (window.WebChat === undefined || window.markdownit === undefined) tellTrouble("broken");
else void start();
