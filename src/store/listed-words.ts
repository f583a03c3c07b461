import type { Understanding } from "../core/understanding.ts";
import { redact } from "../privacy/redact.ts";

/** As the review list cuts what is longer. */
const MAX_SIGNS = 300;

/** What a turn that understood this may have put on the review list: the whole message, or parts of it. */
export function listedWords({ text, segments }: Understanding): readonly string[] {
  return [...new Set([text, ...segments.map((segment) => segment.text)])].map((words) => {
    const signs = [...redact(words)];
    return signs.length > MAX_SIGNS ? `${signs.slice(0, MAX_SIGNS).join("")}…` : signs.join("");
  });
}
