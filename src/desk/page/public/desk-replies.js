import { make } from "./desk-dom.js";
import { deskLanguage } from "./desk-words.js";

const KO = {
  label: "승인된 답변",
  choose: "골라서 아래에 넣기…",
  fitting: "이 상담에 맞는 답변",
  others: "그 밖의 답변",
  needsLook: (title) => `${title} (확인 필요)`,
  hint: "넣은 뒤에 고칠 수 있어요. 〔 〕 안은 채워야 보낼 수 있어요.",
};

const EN = {
  label: "Approved replies",
  choose: "Choose one to put below…",
  fitting: "Fitting this case",
  others: "Others",
  needsLook: (title) => `${title} (needs a check)`,
  hint: "You can change it below. Blanks in 〔 〕 must be filled in before it can be sent.",
};

const replyWords = () => ({ ko: KO, en: EN })[deskLanguage()];

const optionOf = ({ key, title, needsLook }) =>
  make("option", { value: key, text: needsLook ? replyWords().needsLook(title) : title, disabled: needsLook });

const group = (label, replies) => (replies.length === 0 ? [] : [make("optgroup", { label }, ...replies.map(optionOf))]);

/** A list of approved replies; `onPick` gets the words of the chosen one. Nothing is sent by choosing. */
export const repliesElement = (replies, onPick) => {
  if (replies.length === 0) return [];
  const words = replyWords();
  const select = make(
    "select",
    { id: "approved", "aria-describedby": "approved-hint" },
    make("option", { value: "", text: words.choose }),
    ...group(
      words.fitting,
      replies.filter(({ fits }) => fits),
    ),
    ...group(
      words.others,
      replies.filter(({ fits }) => !fits),
    ),
  );
  select.addEventListener("change", () => {
    const text = replies.find(({ key }) => key === select.value)?.text;
    select.value = "";
    if (text !== undefined) onPick(text);
  });
  return [
    make("label", { for: "approved", text: words.label }),
    select,
    make("p", { class: "small", id: "approved-hint", text: words.hint }),
  ];
};
