import { clockWords } from "./desk-clock-words.js";
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
export const askToClose = (reason = "answered") => {
  const options = Object.entries(words().closeReasons).map(([value, text]) => make("option", { value, text }));
  byId("close-reason").replaceChildren(...options);
  byId("close-reason").value = reason;
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

/** Resolves to the name of a colleague, to `""` for the queue, or to undefined when the case stays where it is. */
export const askToTransfer = (agents, canRelease) => {
  const options = [
    ...agents.map(({ name, here }) => make("option", { value: name, text: here ? clockWords().here(name) : name })),
    ...(canRelease ? [make("option", { value: "", text: clockWords().toQueue })] : []),
  ];
  for (const [id, word] of Object.entries(TRANSFER_WORDS)) byId(id).textContent = clockWords()[word];
  byId("transfer-to").replaceChildren(...options);
  byId("transfer-yes").disabled = options.length === 0;
  return ask("transfer-dialog", "transfer-yes", "transfer-no", () => byId("transfer-to").value);
};

const TRANSFER_WORDS = {
  "transfer-title": "transferTitle",
  "transfer-label": "transferTo",
  "transfer-hint": "transferHint",
  "transfer-yes": "transferYes",
};
