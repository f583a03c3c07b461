import { ownIncident } from "../content/own-incident.ts";
import type { IncidentFile } from "../content/schemas.ts";
import type { Day } from "../core/day.ts";
import type { Mention } from "../core/understanding.ts";
import type { KnownLine } from "../ports/desk-view.ts";
import type { LogEntry } from "../ports/log-entry.ts";
import { redact } from "../privacy/redact.ts";
import { createReadMentions, normalise } from "../understanding/index.ts";

/** Older messages are read in the talk itself. */
const LAST_MESSAGES = 30;
const MOST = 8;

/** For staff: companies, amounts, people and years that the customer named; nobody checked them. */
export function mentioned(incident: IncidentFile, entries: readonly LogEntry[], today: Day): readonly KnownLine[] {
  const readMentions = createReadMentions(ownIncident(incident));
  const words = entries
    .flatMap(({ body }) => (body.kind === "customer" ? [body.text] : []))
    .slice(-LAST_MESSAGES)
    .flatMap((text) => readMentions(normalise(text), today))
    .flatMap(wordsOf);
  const told = [...new Set(words)].slice(-MOST);
  return told.length === 0 ? [] : [{ label: "대화에서 나온 말 (확인 안 됨)", value: told.join(" · ") }];
}

/** A phone number is hidden in the talk too, and says nothing here. */
const wordsOf = (mention: Mention): readonly string[] => {
  switch (mention.kind) {
    case "company":
      return [mention.name.ko];
    case "year":
      return [`${mention.value}년`];
    case "money":
    case "relation":
      return [redact(mention.evidence)];
    case "phone":
      return [];
  }
};
