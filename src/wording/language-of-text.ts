import type { Language } from "../core/language.ts";

const HANGUL = 1;
const LATIN = 2;
const OTHER = 3;

/** By code unit, found out once for each. */
const scripts = new Uint8Array(0x1_0000);

const scriptOf = (sign: string): number =>
  /\p{Script=Hangul}/u.test(sign) ? HANGUL : /\p{Script=Latin}/u.test(sign) ? LATIN : OTHER;

function scriptAt(text: string, at: number): number {
  const code = text.codePointAt(at) ?? 0;
  if (code >= scripts.length) return scriptOf(String.fromCodePoint(code));
  const known = scripts[code];
  if (known) return known;
  const script = scriptOf(String.fromCodePoint(code));
  scripts[code] = script;
  return script;
}

/** Language in which a text of ours is written. English answers may name Korean things, so the larger share counts. */
export const languageOfText = (text: string): Language => {
  const counts = [0, 0, 0, 0];
  // The second half of a pair is no letter of either by itself.
  for (let at = 0; at < text.length; at++) {
    const script = scriptAt(text, at);
    counts[script] = (counts[script] ?? 0) + 1;
  }
  return (counts[HANGUL] ?? 0) * 2 >= (counts[LATIN] ?? 0) ? "ko" : "en";
};
