import { clockWords, slotText } from "./desk-clock-words.js";
import { make, timeSince } from "./desk-dom.js";
import { supportMark } from "./desk-support.js";
import { words } from "./desk-words.js";

const mark = (text, urgent = false) => make("span", { class: urgent ? "mark urgent" : "mark", text });

/** What staff must see at a glance: deadlines missed, a silent customer, a call back that was asked for. */
export const marksOf = (one) => {
  if (one.status === "closed") return [];
  const { marks } = clockWords();
  const { urgency, breaching = [], lapsed = [], customerSilentSince, closeProposed, callBack } = one;
  return [
    ...(urgency === "soon" ? [mark(marks.soon)] : []),
    // Who waits for a first word also waits for the next one: one mark says it.
    ...breaching
      .filter((deadline) => deadline !== "next-reply" || !breaching.includes("first-reply"))
      .map((deadline) => mark(marks[deadline] ?? deadline, deadline !== "resolve")),
    ...supportMark(one),
    ...(callBack === undefined ? [] : [callBackMark(callBack, marks)]),
    ...(lapsed.length === 0 ? [] : [mark(marks.lapsed(lapsed.length))]),
    ...(customerSilentSince === undefined ? [] : [mark(marks.silent(timeSince(customerSilentSince)))]),
    ...(closeProposed ? [mark(marks.propose)] : []),
  ];
};

const callBackMark = ({ from, to, due }, marks) =>
  due ? mark(marks.callBackDue(slotText(`${from}/${to}`)), true) : mark(marks.callBack(slotText(`${from}/${to}`)));

/** "가장 오래 3분 기다림"; nothing when nobody waits. */
export const oldestWords = (cases) => {
  const since = oldestWaiting(cases);
  if (since === undefined) return [];
  return [`${clockWords().oldest} `, make("span", { "data-since": since, text: words().waited(timeSince(since)) })];
};

/** Since when the customer waits longest of those who wait for a person; undefined when nobody does. */
const oldestWaiting = (cases) =>
  cases
    .filter(({ status, waitingSince }) => status !== "closed" && waitingSince !== undefined)
    .map(({ waitingSince }) => waitingSince)
    .sort()[0];
