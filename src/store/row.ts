/** Reads a column that holds text. */
export function textOf(row: object, column: string): string {
  const value: unknown = Reflect.get(row, column);
  if (typeof value !== "string") throw new TypeError(`Column ${column} holds ${typeof value}, not text.`);
  return value;
}

export function numberOf(row: object, column: string): number {
  const value: unknown = Reflect.get(row, column);
  if (typeof value !== "number") throw new TypeError(`Column ${column} holds ${typeof value}, not a number.`);
  return value;
}

/** What the store itself wrote as JSON; trusted to have the shape it was written with. */
export function jsonOf<T>(row: object, column: string): T {
  const value: T = JSON.parse(textOf(row, column));
  return value;
}

export const isNull = (row: object, column: string): boolean => Reflect.get(row, column) === null;
