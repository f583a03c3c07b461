import type { ContentError, Parsed } from "./yaml-file.ts";

/** Keeps the value and puts the errors aside, so that all faults are told at once. */
export class Collect {
  readonly errors: ContentError[] = [];

  take<T>(parsed: Parsed<T>): T | undefined {
    if (parsed.ok) return parsed.value;
    this.errors.push(...parsed.errors);
    return undefined;
  }
}
