import type { Mention } from "../core/understanding.ts";
import { matchesOf } from "./matches-of.ts";

/** Longer words first: "할머니" holds "어머니"'s end, "외할머니" holds "할머니". */
const RELATIONS: readonly (readonly [value: string, ko: string, en: string])[] = [
  ["grandmother", "외할머니|친할머니|할머니|할머님|할매", "grandmother|grandma|granny"],
  ["grandfather", "외할아버지|할아버지|할아버님|할배", "grandfather|grandpa"],
  ["mother-in-law", "시어머니|시어머님|장모님?", "mother-in-law|mother in law"],
  ["father-in-law", "시아버지|시아버님|장인어른", "father-in-law|father in law"],
  ["parents", "부모님?|시부모님?|어르신|양친", "parents"],
  ["mother", "어머니|어머님|엄마|울엄마|모친|어무이", "mother|mom|mum|mommy"],
  ["father", "아버지|아버님|아빠|부친", "father|dad|daddy"],
  ["wife", "아내|와이프|집사람|마누라|안사람", "wife"],
  ["husband", "남편|신랑|바깥양반", "husband"],
  ["son", "큰아들|작은아들|아들내미|아들놈|아들", "sons?"],
  ["daughter", "딸래미|딸내미|딸아이|딸(?![기깍랑꾹])", "daughters?"],
  [
    "child",
    "아이들?(?=\\s폰|\\s?(?:꺼|것|거|명의|번호|휴대|핸드|도|가|는|이름|앞))|자녀|애기(?=\\s?(?:폰|명의))|애들|손자|손녀|손주",
    "kids?|child|children|grandson|granddaughter|grandchild",
  ],
  ["sibling", "남동생|여동생|동생|언니|누나|오빠|형님|(?<![가-힣])형(?=[이은도가\\s]|$)", "brothers?|sisters?"],
  ["relative", "이모|고모|삼촌|조카|사위|며느리|사촌|친척", "aunt|uncle|nephew|niece|cousin"],
  ["family", "가족|식구", "family"],
  ["friend", "친구", "friends?"],
];

const KOREAN = RELATIONS.map(([value, ko]) => ({ value, pattern: new RegExp(`(?:${ko})`, "g") }));
/** English words mean a relation of the speaker's only after "my" or "our" ("son" alone may be a name). */
const ENGLISH = RELATIONS.map(([value, , en]) => ({
  value,
  pattern: new RegExp(`\\b(?:my|our)\\s(?:\\w+\\s)?(?<word>${en})(?![a-z-])`, "gi"),
}));
/** Most messages name nobody, and are not looked through word by word. */
const ANY_KOREAN = new RegExp(RELATIONS.map(([, ko]) => ko).join("|"));
const OWN = /\b(?:my|our)\s/i;
/** "가족결합" and "패밀리박스" name a product; "아이폰" is a telephone. */
const PRODUCT = /^\s?(?:결합|할인|요금제|박스|무한)/;

/** Members of the family and friends that a text names. */
export function readRelations(text: string): readonly Mention[] {
  const found: Mention[] = [];
  const isTaken = (at: number, end: number) => found.some((one) => at < one.at + one.evidence.length && end > one.at);
  const patterns = [...(ANY_KOREAN.test(text) ? KOREAN : []), ...(OWN.test(text) ? ENGLISH : [])];
  for (const { value, pattern } of patterns) {
    for (const match of matchesOf(text, pattern)) {
      const evidence = match.groups?.word ?? match[0];
      const at = match.index + match[0].length - evidence.length;
      const after = text.slice(at + evidence.length, at + evidence.length + 6);
      if (isTaken(at, at + evidence.length) || PRODUCT.test(after)) continue;
      found.push({ kind: "relation", value, evidence, at });
    }
  }
  return found;
}
