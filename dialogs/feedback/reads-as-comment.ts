const HANGUL = /\p{Script=Hangul}/u;

/** Whoever asks or wants something gets an answer; "상담사가 왜 그러는지 모르겠어요" counts as asking, too. */
const ASKS =
  /[?？]|(?:나|가|까|죠|지|은지|는지|을지|을까|ㄹ까|던가|어때)요?[.!~\s]*$|어떻게|어떡|언제|얼마|어디|무엇|뭐|뭔|왜|누구|누가|몇|주세요|주실|줘(?!서|\s?서)|싶|알려(?!\s?(?:주셔|줘서|주어서))|연결|바꿔|불러|전화|부탁|궁금|필요|되는지/u;
const ASKS_IN_ENGLISH =
  /[?]|^(?:what|when|where|who|whose|why|how|which|can|could|would|will|is|are|am|do|does|did|should|may|please|tell|show|give|send|connect|call|help|i (?:want|need|would like|have a question))\b|\b(?:talk|speak) (?:to|with)\b/i;

/** A sentence, not a heading such as "위약금 면제 기간". */
const TELLS = /(?:요|다|음|함|임|네|군|듯|ㅠ|ㅜ|ㅎ|ㅋ)[\s.!~^…ㅠㅜㅎㅋ)]*$/u;
const FEWEST_WORDS = 3;

/** Whether words after "if you want to add anything" are what somebody adds, by their form alone: what they are about can be anything. */
export function readsAsComment(words: string): boolean {
  const said = words.normalize("NFC").trim();
  if (HANGUL.test(said)) return !ASKS.test(said) && TELLS.test(said);
  return !ASKS_IN_ENGLISH.test(said) && said.split(/\s+/).length >= FEWEST_WORDS;
}

const SHORT_KOREAN = 8;
const SHORT_ENGLISH = 20;

/** Too short to say more than thanks or good-bye. */
export function isShort(words: string): boolean {
  const signs = [...words.normalize("NFC").replaceAll(/\s/g, "")].length;
  return signs <= (HANGUL.test(words) ? SHORT_KOREAN : SHORT_ENGLISH);
}
