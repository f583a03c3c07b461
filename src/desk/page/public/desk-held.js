import { make } from "./desk-dom.js";
import { deskLanguage } from "./desk-words.js";

const WORDS = {
  ko: {
    waits: "아직 나가지 않았어요. 곧 고객에게 나가요.",
    undo: "되돌리기",
    back: "보내지 않음",
    refused: {
      "not-held": "되돌릴 수 없어요. 이미 나갔거나 되돌린 답장이에요.",
      "cannot-re-open": "다시 열 수 없어요. 고객의 다른 상담이 이미 열려 있을 수 있어요.",
    },
  },
  en: {
    waits: "Not sent yet. It goes to the customer in a moment.",
    undo: "Take back",
    back: "Not sent",
    refused: {
      "not-held": "It cannot be taken back: it has left, or was taken back before.",
      "cannot-re-open": "It cannot be opened again. The customer may have another open case.",
    },
  },
};

/** Why something could not be taken back or opened again; undefined for other refusals. */
export const heldRefusal = (why) => WORDS[deskLanguage()].refused[why];

const FATES = { note: "waits", agent: "left", desk: "back" };

/** What became of each reply that could be taken back, by its number. */
const fatesOf = (entries) =>
  new Map(entries.flatMap(({ body }) => (body.reply === undefined ? [] : [[body.reply, FATES[body.kind]]])));

/** Marks replies that wait or were taken back; of one that has left only the words to the customer stay. */
export const markHeld = (talk, { entries }, { me, lead, onTakeBack }) => {
  const fates = fatesOf(entries);
  const say = WORDS[deskLanguage()];
  for (const { seq, body } of entries) {
    if (body.kind !== "note" || body.reply === undefined) continue;
    const line = talk.querySelector(`[data-seq="${seq}"]`);
    const fate = fates.get(body.reply);
    if (line === null || line.dataset.fate === fate) continue;
    line.dataset.fate = fate;
    line.hidden = fate === "left";
    line.querySelector(".held")?.remove();
    if (fate === "left") continue;
    const mayUndo = fate === "waits" && (body.agent === me.id || lead);
    const undo = mayUndo
      ? make("button", { type: "button", text: say.undo, onClick: () => onTakeBack(body.reply) })
      : undefined;
    line.append(make("p", { class: "held undelivered" }, make("span", { text: say[fate] }), undo));
  }
};
