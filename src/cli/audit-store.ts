import type { AuditVerdict } from "../core/audit.ts";
import type { Sha256 } from "../ports/sha256.ts";
import type { StoredAudits } from "../store/open-audits.ts";
import { isIntact, replayAudit, type ShippedPolicies } from "../turn/replay-audit.ts";
import { parseAuditRecords } from "./audit-record-schema.ts";

/** Something that is not as it was decided, and where. */
export interface AuditFault {
  readonly conversation: string;
  /** The arrival whose turn is meant; absent when the end of the conversation is missing. */
  readonly seq?: number;
  readonly code: "UNREADABLE" | "CHANGED" | "MISPLACED" | "CHAIN_BROKEN" | "CUT_OFF" | "POLICY_UNKNOWN" | "DIFFERS";
  readonly message: string;
}

export interface AuditReport {
  readonly conversations: number;
  readonly records: number;
  /** Records that gave the same verdict again. */
  readonly same: number;
  /** SHA-256 over the last hash of every conversation. Kept elsewhere, it also shows whole conversations that went. */
  readonly heads: string;
  readonly faults: readonly AuditFault[];
}

export interface AuditAgainst {
  readonly shipped: ShippedPolicies;
  readonly sha256: Sha256;
}

/** Replays every record of a store and checks the chain of each conversation. */
export function auditStore(all: Iterable<StoredAudits>, against: AuditAgainst): AuditReport {
  const heads: string[] = [];
  const faults: AuditFault[] = [];
  let [conversations, records, same] = [0, 0, 0];
  for (const stored of all) {
    const found = auditConversation(stored, against);
    if (found.records === 0 && found.faults.length === 0) continue;
    conversations += 1;
    records += found.records;
    same += found.same;
    heads.push(stored.last ?? "");
    faults.push(...found.faults);
  }
  return { conversations, records, same, heads: against.sha256(heads.join()), faults };
}

function auditConversation({ conversation, last, turns }: StoredAudits, { shipped, sha256 }: AuditAgainst) {
  const faults: AuditFault[] = [];
  let [records, same] = [0, 0];
  let previous: string | undefined;
  for (const { seq, records: json } of turns) {
    const add = (code: AuditFault["code"], message: string) => faults.push({ conversation, seq, code, message });
    const read = parseAuditRecords(json);
    if (read === undefined) add("UNREADABLE", "is not a list of records");
    for (const record of read ?? []) {
      records += 1;
      if (!isIntact(record, sha256)) add("CHANGED", "does not have its own hash");
      if (record.conversation !== conversation || record.seq !== seq) add("MISPLACED", "belongs to another turn");
      if (record.previous !== previous) add("CHAIN_BROKEN", "does not follow the record before it");
      previous = record.hash;
      const replay = replayAudit(record, shipped);
      if (replay.kind === "same") same += 1;
      if (replay.kind === "policy-unknown")
        add("POLICY_UNKNOWN", `no shipped policy has the hash of ${record.benefit}`);
      if (replay.kind === "differs") add("DIFFERS", `${wordsOf(record.verdict)} then, ${wordsOf(replay.now)} now`);
    }
  }
  if (previous !== last) {
    faults.push({ conversation, code: "CUT_OFF", message: "does not end with the record that it remembers" });
  }
  return { records, same, faults };
}

const wordsOf = ({ kind, reasons, ask }: AuditVerdict): string =>
  [kind, ask, ...reasons.map(({ code }) => code)].filter((word) => word !== undefined).join(" ");
