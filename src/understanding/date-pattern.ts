import type { DateSpan, Spoken } from "./date-span.ts";

/** One way to say a date; `read` may still refuse (31 September). */
export interface DatePattern {
  /** Global, with named groups. */
  readonly pattern: RegExp;
  readonly read: (groups: Readonly<Record<string, string | undefined>>, spoken: Spoken) => DateSpan | undefined;
}
