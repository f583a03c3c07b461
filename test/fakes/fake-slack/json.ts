/** An object of a payload, read field by field. */
export type Json = Readonly<Record<string, unknown>>;
