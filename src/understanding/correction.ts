const STARTS = /^(?:아+[\s,]*)?(?:아니(?:다|야|요|에요|,)?|아뇨|앗|아차|아참|참|잠깐만?|잠시만)[\s,.!~]+\S/;
/** What comes back to mind later ("아 맞다 10월에 기변했어요"). */
const REMEMBERS =
  /^(?:아+[\s,]*)?(?:(?:아참\s?)?맞다|참|생각났\S*|기억났\S*|(?:다시\s?)?생각해\s?보니|그러고\s?보니|알고\s?보니|다시\s?보니|사실은?)[\s,.!~]+\S/;
const SAYS =
  /잘못\s?(?:말|말씀|썼|쓴|적|눌|입력|골|고른|답|대답|알)|정정|수정할|바꿀게|고칠게|고쳐\s?주|실수로|오타|착각|헷갈렸/;
const CONTRASTS = /(?:아니라|아니고|아니구|말고)\s?\S/;
const ENGLISH =
  /^(?:oh|oops|sorry|wait|hmm|no)[\s,.!]+(?:wait|right|sorry|actually|i meant|it'?s|it was|that'?s|i'?m)\b|\b(?:actually|i meant|correction|i made a mistake|i was wrong|i (?:just|now) remember(?:ed)?|come to think of it|i mis(?:typed|spoke|read)|wrong (?:answer|date|one|option)|let me correct)\b/i;

/** True for a correction of something said before. Words that merely open with "아니" count only if they bring a fact. */
export function readCorrection(text: string, bringsFact: boolean): boolean {
  if (SAYS.test(text) && text.length < 60) return true;
  return bringsFact && (STARTS.test(text) || REMEMBERS.test(text) || CONTRASTS.test(text) || ENGLISH.test(text));
}

const OPENERS =
  /^(?:(?:아+|앗|아차|아참|참|아니(?:다|야|요|에요)?|아뇨|맞다|잠깐만?|잠시만|죄송\S*|미안\S*|(?:\S{1,6}\s)?(?:잘못|실수로)\s?\S{1,7}|착각\S{0,6}|헷갈렸\S{0,4}|정정\S{0,5}|oh|oops|sorry|wait|hmm|no|right|actually|i (?:was wrong|made a mistake|meant|mis\w+)|my (?:mistake|bad))(?:[\s,.!~]+|$))+/i;

/** A correction without the words that only announce it ("아 아니다", "oh wait no"). */
export const withoutOpener = (text: string): string => text.replace(OPENERS, "");
