/** Each is answered by one message of its own whatever was asked before; `learnAnswers` makes sure of it. */
export const QUESTIONS: readonly string[] = [
  "위약금 면제 기간이 언제까지예요?",
  "로밍 혜택은 뭐예요?",
  "데이터는 얼마나 줘요",
  "ott 뭐 볼 수 있게 해준다면서요",
  "정보보안 혁신 태스크포스가 뭐예요",
  "9월에 벌써 KT 떠난 사람은요? 소급되나요",
  "안 나가고 남는 사람한텐 뭘 해주는데요",
  "오늘 대표가 사과했다던데 진짜 책임지는거 맞아요?",
  "펨토셀이 뭐예요",
  "유심 교체는 어떻게 해요",
  "개인정보 뭐가 유출됐어요",
  "보험은 뭐예요",
  "멤버십 할인은 뭐예요",
];

/** What the customer of a conversation asks, by place; never the same twice within a few messages. */
export const questionAt = (conversation: number, place: number): number =>
  (conversation * 5 + place) % QUESTIONS.length;
