const KOREAN_QUESTION =
  /(?:나요|까요|ㄹ까|을까|가요|는지요?|은지요?|냐고?요?|니까|대요|는가|인가|될까|되나|하나|있나|없나|맞나|건가|던가|되냐|뭐예요|뭐에요|뭐야|뭔데요?|뭔가요|어때요?|됨|죠|지요)\s*[ㅠㅜㅋㅎ~.]*$|언제|어디|어떻게|어찌|왜|얼마|무슨|어느|누가|며칠/;
const ENGLISH_QUESTION =
  /^(?:and |but |so |also |ok |then )*(?:is|are|am|was|were|has|have|had|do|does|did|can|could|will|would|what|when|where|who|whom|which|why|how|should|may|any)\b|\b(?:what about|how about|can i|do i|am i|will i)\b/i;

/** True for a clause that asks something. */
export const asks = (clause: string): boolean =>
  /\?\s*$/.test(clause) || KOREAN_QUESTION.test(clause) || ENGLISH_QUESTION.test(clause.trim());

const AFTER_NEGATED =
  /^\s?(?:폰|요금제|회선)?\s?(?:은|는|이|가|도|을|를)?\s?(?:아니|아닌|아닙|아녜|아녀|아님|말고|안\s?(?:써|쓰|쓴|씁)|빼고|제외하고|쓰다가|쓰던|쓰다\s|이?었다가|였다가)/;
const BEFORE_NEGATED = /(?:\bnot|n't|\bno longer|\bnever|\bwithout|\binstead of|\brather than)\s(?:\w+\s){0,3}$/i;
/** "알뜰폰으로 옮길": where the customer goes, not where they are. */
const AFTER_TOWARDS =
  /^\s?(?:폰|요금제)?\s?(?:으로|로)\s?(?:[가-힣]{1,6}\s)?(?:가(?!입)|갈|갔|간|옮|이동|넘어|바꾸|바꿀|바꿨|변경|갈아|전환|번호|이사)/;
const BEFORE_TOWARDS =
  /\b(?:to|switch(?:ing)? to|move to|moving to|join(?:ing)?|going to)\s(?:a|an|the)?\s?(?:\w+\s)?$/i;

/** True when the words around a value say that it is not so. */
export const isNegated = (before: string, after: string): boolean =>
  AFTER_NEGATED.test(after) || BEFORE_NEGATED.test(before);

export const isDestination = (before: string, after: string): boolean =>
  AFTER_TOWARDS.test(after) || BEFORE_TOWARDS.test(before);

/** "알뜰폰으로 신청", "TV에서 봤어요": a means or a place. */
const AFTER_MEANS = /^\s?(?:에서|으로|로)(?!\s?(?:쓰|써|썼|사용|이용|가입|할게|할래|요|해\s?주|선택|고를|바꿔))/;

export const isMeans = (after: string): boolean => AFTER_MEANS.test(after);

const COPULA = "(?:인데|인뎅|이라서|라서|이에요|이예요|예요|에요|입니다|이고|임|이었|였|이며|이거든|거든)";
const IS_AFTER = new RegExp(
  `^\\s?(?:폰|요금제|회선|통신사|명의)?\\s?(?:을|를)?\\s?(?:가입자|이용자|고객|사용자|유저)?${COPULA}`,
);
const HAPPENS_AFTER =
  /^\s?(?:을|를|에|이|가)?\s?(?:(?:안|못)\s?했|했|해서|하느라|받았|당했|당해|갔|가서|가느라|중이|중인|중입)|^에\s?(?:있|계)|^\s?(?:이|가)?\s?맞(?:아|네|습|는데|거든|음)/;
const USES_AFTER =
  /^\s?(?:폰|요금제|회선)?\s?(?:을|를)?\s?(?:(?:만|계속|오래|\S{1,6}(?:째|동안))\s)?(?:쓰는데|쓰다|쓰고|써요|쓴다|쓰니|썼|씁니다|쓰거든|쓰는\s?중|사용\s?중|사용하|이용\s?중|이용하)/;
const IS_BEFORE =
  /\b(?:i'?m|i am|we are|i was|it'?s|it is|it was|that was|this is|mine (?:is|was)|my \w+ (?:is|was))\s(?:(?:a|an|the|in|on|with|using)\s){0,2}$/i;
const USES_BEFORE = /\b(?:i|we) (?:have|use|was|got)\s(?:(?:a|an|the|in|on)\s){0,2}$/i;
const PREDICATE = /(?:요|음|함|했|는데|았|었|였|어서|느라|됐|\bdidn't .*|\bnot .*|applied|submitted|cancelled)$/i;

/** How firmly the words around a value state it of the speaker. */
export type Statement = "is" | "uses";

export function statementOf(before: string, evidence: string, after: string): Statement | undefined {
  if (IS_AFTER.test(after) || HAPPENS_AFTER.test(after) || IS_BEFORE.test(before) || PREDICATE.test(evidence))
    return "is";
  return USES_AFTER.test(after) || USES_BEFORE.test(before) ? "uses" : undefined;
}

const OTHERS =
  /(?:엄마|어머니|아빠|아버지|부모님?|할머니|할아버지|아들|딸|남편|아내|와이프|동생|언니|누나|오빠|친구|가족)|\bmy (?:mother|mom|mum|father|dad|parents?|son|daughter|husband|wife|friend|brother|sister|grand\w+)\b/i;

/** True when the clause is about somebody else. */
export const isAboutOthers = (clause: string): boolean => OTHERS.test(clause);

/** "법인폰이에요" does not say "폰이에요"; without spaces, a word may follow the particle of another. */
export const isInsideWord = (before: string, evidence: string): boolean =>
  /^[가-힣]/.test(evidence) && /[가-힣]$/.test(before) && !/[는은도가이제내고데서의]$/.test(before);
