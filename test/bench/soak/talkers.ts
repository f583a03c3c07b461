import { openWebCustomer, type WebCustomer } from "../../faults/web-customer.ts";

/** What customers say, in the order of a talk; the next customer begins at the next. */
const TEXTS = [
  "안녕하세요",
  "제 정보도 유출됐나요?",
  "위약금 없이 해지할 수 있나요?",
  "후불이에요",
  "2025년 9월 10일에 해지했어요",
  "유심은 어디서 바꿔요?",
  "소액결제 피해를 당한 것 같아요",
  "보상은 언제 받을 수 있어요?",
  "what should I do now?",
  "이 문자 진짜 KT에서 보낸 거예요?",
  "ㅇㅋ 감사합니다",
  "그건 왜 그런가요?",
  "아까 알뜰폰이라고 했는데 아니에요",
  "asdf qwer 무슨 말인지",
  "상담원 연결해 주세요",
] as const;
const MESSAGES_EACH = 5;

/** Customers who come, say a few things each, and go; as many at a time as are needed. */
export interface Talkers {
  /** Says the next thing; resolves to the milliseconds from `due` until it was acknowledged, undefined when it was refused. */
  sayNext(due: number): Promise<number | undefined>;
}

export function createTalkers(address: string): Talkers {
  const free: { readonly customer: WebCustomer; said: number }[] = [];
  let texts = 0;
  let keys = 0;
  return {
    sayNext: async (due) => {
      const talker = free.shift() ?? { customer: await openWebCustomer(() => address), said: 0 };
      const text = TEXTS[texts++ % TEXTS.length] ?? "";
      const taken = await talker.customer.say(text, `soak-${keys++}`);
      const ms = performance.now() - due;
      talker.said += 1;
      if (talker.said < MESSAGES_EACH) free.push(talker);
      return taken ? ms : undefined;
    },
  };
}
