import type { CaseView, KnownLine } from "../ports/desk-view.ts";
import { type LogEntry, visibleToCustomer } from "../ports/log-entry.ts";
import { redact } from "../privacy/redact.ts";

/** What live support is told of a case: nothing in it identifies a person, and nothing was only for staff. */
export interface Dossier {
  readonly case: {
    readonly id: string;
    readonly reason: string;
    readonly language: string;
    readonly channel: string;
    readonly openedAt: string;
    /** Who passed it on; absent when a rule did. */
    readonly passedOnBy?: string;
  };
  readonly known: readonly KnownLine[];
  readonly missing: readonly KnownLine[];
  readonly verdict?: string;
  /** Oldest first; what does not fit is left out at the beginning. */
  readonly transcript: readonly DossierLine[];
  readonly omitted: number;
}

export interface DossierLine {
  readonly at: string;
  readonly from: "customer" | "bot" | "agent";
  readonly text: string;
}

const MOST_LINES = 200;
const MOST_SIGNS = 2_000;

/** Puts together what live support may know. */
export function dossierOf(view: CaseView, channel: string): Dossier {
  const { id, reason, language, openedAt, support } = view.case;
  const lines = view.entries.filter(visibleToCustomer).map(lineOf);
  const transcript = lines.slice(-MOST_LINES);
  return {
    case: {
      id,
      reason,
      language,
      channel,
      openedAt,
      ...(support?.agent === undefined ? {} : { passedOnBy: redact(support.agent.name) }),
    },
    known: view.known.map(redacted),
    missing: view.missing.map(redacted),
    ...(view.verdict === undefined ? {} : { verdict: redact(view.verdict) }),
    transcript,
    omitted: lines.length - transcript.length,
  };
}

const redacted = ({ label, value }: KnownLine): KnownLine => ({ label: redact(label), value: redact(value) });

function lineOf({ at, body }: LogEntry): DossierLine {
  const line = (from: DossierLine["from"], text: string): DossierLine => ({ at, from, text: shortened(redact(text)) });
  switch (body.kind) {
    case "bot":
      return line("bot", body.said.text);
    case "agent":
      return line("agent", body.text);
    default:
      return line("customer", body.kind === "customer" ? body.text : "");
  }
}

function shortened(text: string): string {
  const signs = [...text];
  return signs.length > MOST_SIGNS ? `${signs.slice(0, MOST_SIGNS).join("")}…` : text;
}
