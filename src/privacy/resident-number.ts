import { type DigitWindow, isUnbroken } from "./digit-run.ts";
import type { Span } from "./fold-text.ts";

const MONTH = "(?:0[1-9]|1[0-2])";
const DAY = "(?:0[1-9]|[12]\\d|3[01])";
// 1-4 for residents, 5-8 for foreigners. The last digit checks nothing since October 2020.
const SHORT = new RegExp(`^\\d{2}${MONTH}${DAY}[1-8]\\d{6}$`, "u");
const WITH_CENTURY = new RegExp(`^(?:19\\d{2}${MONTH}${DAY}[1256]|20\\d{2}${MONTH}${DAY}[3478])\\d{6}$`, "u");

/** 13 digits with a plausible birth date and a plausible seventh digit. */
export const isResidentNumber = (digits: string): boolean => SHORT.test(digits);

/** 15 digits, with the whole year of birth and a seventh digit of its century. */
export const isLongResidentNumber = (digits: string): boolean => WITH_CENTURY.test(digits);

const inGroups = ({ groups }: DigitWindow, ...shape: readonly number[]): boolean =>
  groups.length === shape.length && groups.every((length, i) => length === shape[i]);

/** Joined by more than a space, a dot or a comma, which may also stand between two numbers. */
const isJoined = (between: string | undefined): boolean => /[^\s.,]/u.test(between ?? "");

/** Written as people write it, six digits, a hyphen and seven digits: nothing else looks like this. */
export const isHyphenated = (window: DigitWindow): boolean => inGroups(window, 6, 7) && isJoined(window.between[0]);

/** "19900101-1234567", "1990.01.01-1234567" or in one piece. */
export const isLongForm = (window: DigitWindow): boolean =>
  isUnbroken(window) || ((inGroups(window, 8, 7) || inGroups(window, 4, 2, 2, 7)) && isJoined(window.between.at(-1)));

// "앞자리 900101이고 뒷자리는 1234567": the words in between are part of what is found.
const IN_TWO_PARTS = /(?<!\d)(\d{6})(?!\d)\D{1,12}?(?:뒤|뒷|back)\D{0,12}(?<!\d)(\d{7})(?!\d)/giu;

/** Resident numbers whose halves are told one after the other. */
export const residentNumbersInTwoParts = (text: string): readonly Span[] =>
  [...text.matchAll(IN_TWO_PARTS)]
    .filter(({ 1: front = "", 2: back = "" }) => isResidentNumber(front + back))
    .map(({ 0: found, index }) => ({ start: index, end: index + found.length }));
