import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { LANGUAGES } from "../core/language.ts";
import { checkWords } from "./check-answers.ts";
import { checkPack } from "./check-pack.ts";
import type { Content, Pack } from "./content.ts";
import { loadCardLimits } from "./load-card-limits.ts";
import { loadClocks } from "./load-clocks.ts";
import { loadHours } from "./load-hours.ts";
import { PACKS, packFolders } from "./load-incident-files.ts";
import { loadIntents } from "./load-intents.ts";
import { loadLiveSupport } from "./load-live-support.ts";
import { loadMessages } from "./load-messages.ts";
import { loadPack } from "./load-pack.ts";
import type { ContentError, Parsed } from "./yaml-file.ts";

export type ReadContent =
  | { readonly ok: true; readonly content: Content }
  | { readonly ok: false; readonly errors: readonly ContentError[] };

/** Reads and checks all of `intents/` and `dialogs/`; tells every fault at once. `root` is the project folder. */
export async function readContent(root: string): Promise<ReadContent> {
  const { intents, errors: ofIntents } = await loadIntents(root);
  const { messages, errors: ofMessages } = await loadMessages(root);
  const hours = await loadHours(root);
  const clocks = await loadClocks(root);
  const card = await loadCardLimits(root);
  const liveSupport = await loadLiveSupport(root);
  const packs = new Map<string, Pack>();
  const errors: ContentError[] = [...ofIntents, ...ofMessages, ...[hours, clocks, card, liveSupport].flatMap(errorsOf)];
  for (const name of await packFolders(root)) {
    const loaded = await loadPack(root, `${PACKS}/${name}`);
    errors.push(...loaded.errors);
    if (loaded.pack === undefined) continue;
    packs.set(name, loaded.pack);
    if (loaded.errors.length === 0) errors.push(...checkPack(loaded.pack, `${PACKS}/${name}`));
    errors.push(...checkMessages(messages, loaded.pack));
  }
  if (errors.length > 0 || !hours.ok || !clocks.ok || !card.ok || !liveSupport.ok) return { ok: false, errors };
  const hash = await hashOf(root);
  const desk = { hours: hours.value, clocks: clocks.value, card: card.value, liveSupport: liveSupport.value };
  return { ok: true, content: { hash, intents, messages, ...desk, packs } };
}

const errorsOf = (parsed: Parsed<unknown>): readonly ContentError[] => (parsed.ok ? [] : parsed.errors);

export const formatErrors = (errors: readonly ContentError[]): string =>
  errors.map(({ file, line, message }) => `  ${file}${line === undefined ? "" : `:${line}`}  ${message}`).join("\n");

/** Messages of dialogs may quote facts that every pack has, and hold no number of their own. */
function checkMessages(messages: Content["messages"], pack: Pack): readonly ContentError[] {
  return LANGUAGES.flatMap((language) =>
    [...messages[language]].flatMap(([key, words]) =>
      checkWords(pack, words, `dialogs/${key.split(".")[0]}/messages.${language}.yaml (${key})`),
    ),
  );
}

async function hashOf(root: string): Promise<string> {
  const hash = createHash("sha256");
  for (const folder of ["intents", "dialogs"]) {
    const files = (await readdir(join(root, folder), { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile() && /\.(yaml|md)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    for (const file of files)
      hash
        .update(file.slice(root.length))
        .update("\0")
        .update(await readFile(file))
        .update("\0");
  }
  return hash.digest("hex");
}
