import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { LANGUAGES, type Language } from "../core/language.ts";
import { Collect } from "./collect.ts";
import { messagesFileSchema } from "./schemas.ts";
import type { ContentError } from "./yaml-file.ts";
import { readYaml } from "./yaml-file.ts";

export interface LoadedMessages {
  readonly messages: Readonly<Record<Language, ReadonlyMap<string, string>>>;
  readonly errors: readonly ContentError[];
}

/** Reads `dialogs/<dialog>/messages.<language>.yaml`; every key stands in both languages with the same blanks. */
export async function loadMessages(root: string): Promise<LoadedMessages> {
  const collect = new Collect();
  const messages = { ko: new Map<string, string>(), en: new Map<string, string>() };
  const dialogs = (await readdir(join(root, "dialogs"), { withFileTypes: true }))
    .filter((entry) => entry.isDirectory() && entry.name !== "incidents")
    .map((entry) => entry.name);
  for (const dialog of dialogs) {
    for (const language of LANGUAGES) {
      const file = `dialogs/${dialog}/messages.${language}.yaml`;
      const texts = collect.take(await readYaml(root, file, messagesFileSchema)) ?? {};
      for (const [key, words] of Object.entries(texts)) {
        if (!key.startsWith(`${dialog}.`))
          collect.errors.push({ file, message: `${key} must start with "${dialog}."` });
        messages[language].set(key, words.trim());
      }
    }
  }
  return { messages, errors: [...collect.errors, ...unequal(messages)] };
}

const blanks = (words: string): string =>
  [...words.matchAll(/\{\{?[a-z_.]+\}?\}/g)]
    .map(([blank]) => blank)
    .sort()
    .join();

function unequal(messages: Record<Language, ReadonlyMap<string, string>>): readonly ContentError[] {
  const keys = new Set([...messages.ko.keys(), ...messages.en.keys()]);
  return [...keys].flatMap((key) => {
    const [ko, en] = [messages.ko.get(key), messages.en.get(key)];
    const file = `dialogs/${key.split(".")[0]}/messages.*.yaml`;
    if (ko === undefined || en === undefined) return [{ file, message: `${key} is missing in one language` }];
    return blanks(ko) === blanks(en) ? [] : [{ file, message: `${key} has other blanks in the two languages` }];
  });
}
