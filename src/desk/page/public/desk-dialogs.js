import { byId, make } from "./desk-dom.js";
import { deskLanguage, words } from "./desk-words.js";

/** Opens a dialog and resolves when it is closed: to what `answer` gives for the button pressed, or to undefined. */
const ask = (id, yes, no, answer) =>
  new Promise((resolve) => {
    const dialog = byId(id);
    let result;
    byId(yes).onclick = (event) => {
      event.preventDefault();
      result = answer();
      dialog.close();
    };
    byId(no).onclick = () => dialog.close();
    dialog.onclose = () => resolve(result);
    dialog.showModal();
  });

/** Shows exactly what the customer will see; resolves to that text when it was confirmed. */
export const askToSend = (name, text) => {
  byId("send-who").textContent = words().agent(name);
  byId("send-text").textContent = text;
  return ask("send-dialog", "send-yes", "send-no", () => text);
};

/** Shows what would be sent once more; resolves to true when that is wanted. */
export const askToSendAgain = (text) => {
  byId("again-text").textContent = text;
  return ask("again-dialog", "again-yes", "again-no", () => true);
};

/** Resolves to the reason, or to undefined when the case stays open. */
export const askToClose = () => {
  const options = Object.entries(words().closeReasons).map(([value, text]) => make("option", { value, text }));
  byId("close-reason").replaceChildren(...options);
  return ask("close-dialog", "close-yes", "close-no", () => byId("close-reason").value);
};

const plain = (text) => text.toLowerCase().replace(/\s+/g, "");

/** A list of buttons to search through; resolves to the intent chosen for the text, or to undefined. */
export const askForLabel = (text, labels) =>
  new Promise((resolve) => {
    const dialog = byId("label-dialog");
    const search = byId("label-search");
    let chosen;
    const choose = (intent) => {
      chosen = intent;
      dialog.close();
    };
    const found = () => {
      const wanted = plain(search.value);
      return labels.filter(({ intent, label }) => plain(`${label.ko} ${label.en} ${intent}`).includes(wanted));
    };
    const draw = () => {
      const items = found().map(({ intent, label }) =>
        make("li", {}, make("button", { type: "button", text: label[deskLanguage()], onClick: () => choose(intent) })),
      );
      byId("label-list").replaceChildren(...items);
      byId("label-count").textContent = words().labelsFound(items.length);
    };
    byId("label-text").textContent = text;
    search.value = "";
    search.oninput = draw;
    search.onkeydown = (event) => {
      if (event.key !== "Enter" || event.isComposing) return;
      // Else the same press would go on to the button that gets the focus back.
      event.preventDefault();
      const [only, ...others] = found();
      if (only !== undefined && others.length === 0) choose(only.intent);
    };
    byId("label-no").onclick = () => dialog.close();
    dialog.onclose = () => resolve(chosen);
    draw();
    dialog.showModal();
    search.focus();
  });
