import { cleanText } from "../../wording/clean-text.ts";
import { shorten } from "../../wording/graphemes.ts";

const OURS = "say:";
const LONGEST_CODE = 1_000;

/** What a button of ours brings back when it is pressed: its whole label, of which the title may show a part only. */
export const codeOfLabel = (label: string): string => `${OURS}${shorten(label, LONGEST_CODE - OURS.length)}`;

/** The label behind a code of ours; undefined for codes that others have made. */
export const labelOfCode = (code: string | undefined): string | undefined =>
  code?.startsWith(OURS) === true && code.length <= LONGEST_CODE ? cleanText(code.slice(OURS.length)) : undefined;
