import { existsSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "../core/app-error.ts";
import type { ConversationState } from "../core/conversation.ts";
import { openDriver } from "./open-driver.ts";
import { isNull, jsonOf, numberOf, textOf } from "./row.ts";

/** What the store holds of one conversation's decisions. */
export interface StoredAudits {
  readonly conversation: string;
  /** Hash of the last record, as the conversation itself remembers it. */
  readonly last?: string;
  /** The records of each turn that has some, in order; JSON that somebody may have touched. */
  readonly turns: readonly { readonly seq: number; readonly records: string }[];
}

export interface Audits {
  all(): Iterable<StoredAudits>;
  close(): void;
}

/** The decisions on record in a data folder. Reads beside a running program and changes nothing. */
export async function openAudits(folder: string): Promise<Audits> {
  const path = join(folder, "ansim.db");
  if (!existsSync(path)) throw new AppError("STORE_UNAVAILABLE", `There is no data in ${folder}.`);
  try {
    const db = await openDriver(path, { readOnly: true });
    const turns = (id: string) =>
      db
        .all("SELECT seq, audit FROM turn WHERE conversation = ? AND audit IS NOT NULL ORDER BY seq", id)
        .map((row) => ({ seq: numberOf(row, "seq"), records: textOf(row, "audit") }));
    // Fails here, and not in the middle, on data from before there were records.
    db.get("SELECT audit FROM turn LIMIT 1");
    return {
      *all() {
        for (const row of db.all("SELECT id FROM conversation ORDER BY id")) {
          const id = textOf(row, "id");
          const state = db.get("SELECT state FROM conversation WHERE id = ?", id);
          const last = state === undefined || isNull(state, "state") ? undefined : lastOf(state);
          yield { conversation: id, turns: turns(id), ...(last === undefined ? {} : { last }) };
        }
      },
      close: () => db.close(),
    };
  } catch (error) {
    throw new AppError("STORE_UNAVAILABLE", `The records in ${folder} cannot be read. Start the program once.`, error);
  }
}

/** A state that nobody can read any more remembers a hash that no record has. */
export function lastOf(row: object): string | undefined {
  try {
    return jsonOf<ConversationState>(row, "state").audit?.last;
  } catch {
    return "";
  }
}
