import { byId, make } from "./desk-dom.js";
import { words } from "./desk-words.js";

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

/** Resolves to the reason, or to undefined when the case stays open. */
export const askToClose = () => {
  const options = Object.entries(words().closeReasons).map(([value, text]) => make("option", { value, text }));
  byId("close-reason").replaceChildren(...options);
  return ask("close-dialog", "close-yes", "close-no", () => byId("close-reason").value);
};
