import { slotText } from "./desk-clock-words.js";
import { make } from "./desk-dom.js";
import { supportWords } from "./desk-support-words.js";

/** How it stands with a case that was passed on; nothing once somebody has taken it back. */
export const supportMark = ({ support, status }) => {
  const words = support && status !== "claimed" && supportWords().states[support.state];
  return words ? [make("span", { class: support.state === "sent" ? "mark" : "mark urgent", text: words })] : [];
};

const callBackRow = ({ case: id, slot, status }, onPick) => {
  const time = slotText(`${slot.from}/${slot.to}`);
  const text = status === "due" ? `${time} · ${supportWords().due}` : time;
  return make("li", {}, make("button", { type: "button", class: "row", text, onClick: () => onPick(id) }));
};

const commentRow = ({ case: id, answer, comment }, onPick) => {
  const text = `${supportWords().answers[answer]} · ${comment}`;
  return make("li", {}, make("button", { type: "button", class: "row", text, onClick: () => onPick(id) }));
};

const callBackPart = (callBacks, onPick) =>
  callBacks.length === 0
    ? []
    : [
        make(
          "section",
          { id: "call-backs" },
          make("h2", { text: supportWords().callBacks(callBacks.length) }),
          make("ul", {}, ...callBacks.map((one) => callBackRow(one, onPick))),
        ),
      ];

const surveyPart = ({ count, newest }, onPick, open) => {
  if (count.asked === 0) return [];
  const { answers, asked, survey } = supportWords();
  const counted = ["yes", "middling", "no"].map((answer) => `${answers[answer]} ${count[answer]}`).join(" · ");
  const commented = newest.filter(({ comment }) => comment !== undefined);
  return [
    make(
      "details",
      { id: "survey", open },
      make("summary", { text: `${survey} ${counted}` }),
      make("p", { class: "small", text: asked(count.asked) }),
      make("ul", {}, ...commented.map((one) => commentRow(one, onPick))),
    ),
  ];
};

/** Whom to call when, above the cases; what customers thought of closed ones, below. */
export const asideParts = (aside, onPick, surveyOpen) => ({
  above: aside?.callBacks === undefined ? [] : callBackPart(aside.callBacks, onPick),
  below: aside?.surveys === undefined ? [] : surveyPart(aside.surveys, onPick, surveyOpen),
});
