import type { Language } from "../core/language.ts";

/** Latin words that Korean text is full of; they say nothing about its language. */
export const BRANDS: ReadonlySet<string> = new Set(
  "kt skt lg sk lgu usim esim sim ott tv pass app iot mvno imsi imei url sms id lte gb mb pin ars qr pc ai it cs sns mms otp nfc vip ok kisa ipad lgt tving ceo".split(
    " ",
  ),
);

/** Single words that Korean customers also type as they are. */
const SHARED: ReadonlySet<string> = new Set("ok okay hi no yes bye thx sorry y n".split(" "));

const LEAST_KOREAN = 0.3;
const SURELY_KOREAN = 0.45;

/** Language of a text by its letters alone, where no talk came before it. */
export const languageOfLetters = (text: string): Language =>
  /[가-힣ㄱ-ㅎㅏ-ㅣ]/.test(text.normalize("NFC")) || !/[a-z]/i.test(text) ? "ko" : "en";

/** Language of a normalised text; `prior` decides where the words do not. */
export function detectLanguage(text: string, prior: Language): Language {
  const korean = text.match(/[가-힣ㄱ-ㅎㅏ-ㅣ]/g)?.length ?? 0;
  const words =
    text
      .toLowerCase()
      .match(/[a-z]+/g)
      ?.filter((word) => !BRANDS.has(word)) ?? [];
  const latin = words.join("").length;
  if (korean === 0 && (words.length === 0 || (words.length === 1 && SHARED.has(words[0] ?? "")))) return prior;
  // A syllable carries about as much as two or three letters.
  const share = (2 * korean) / (2 * korean + latin);
  if (share >= SURELY_KOREAN) return "ko";
  return share < LEAST_KOREAN ? "en" : prior;
}
