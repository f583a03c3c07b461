/** Room for the places of one conversation among the keys of entries. */
const PLACES = 2 ** 20;

/** The key of an entry, from its conversation's number and its place there. */
export function entryKey(number: number, seq: number): number {
  if (seq >= PLACES) throw new Error(`Conversation number ${number} is too long.`);
  return number * PLACES + seq;
}

/** An expression in SQL for the same. */
export const entryKeySql = (number: string, seq: string): string => `${number} * ${PLACES} + ${seq}`;
