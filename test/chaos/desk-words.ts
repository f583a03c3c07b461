/** Said to get a person. */
export const ASK = "상담원 연결해 주세요";

/** Words by which a case is known: the letters of its conversation's number, so that they look like no identifier. */
export const tagOf = (conversation: number): string =>
  `고객${[...String(conversation)].map((digit) => "가나다라마바사아자차"[Number(digit)]).join("")}님`;

export const customerWords = (tag: string, n: number): string => `${tag} ${LETTERS[n] ?? n} 확인 부탁드려요`;
export const replyWords = (tag: string, n: number): string => `${tag} ${LETTERS[n] ?? n} 확인했어요`;
/** Only for staff: a customer who is shown this was shown a note. */
export const noteWords = (tag: string, n: number): string => `${tag} ${LETTERS[n] ?? n} ${NOTE}`;
export const NOTE = "속으로만 적어 둬요";

export const tagIn = (text: string): string | undefined => /고객[가나다라마바사아자차]+님/.exec(text)?.[0];

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
