import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Answer } from "./content.ts";
import { type AnswerFile, parseAnswer } from "./parse-answer.ts";
import type { ContentError } from "./yaml-file.ts";

export interface LoadedAnswers {
  readonly answers: ReadonlyMap<string, readonly Answer[]>;
  readonly errors: readonly ContentError[];
}

const NAME = /^(?<stem>[A-Za-z_]+\.[a-z0-9-]+)\.(?<language>ko|en)\.md$/;

/** Reads `answers/<id>.<variant>.<language>.md` of a pack. */
export async function loadAnswers(root: string, folder: string): Promise<LoadedAnswers> {
  const errors: ContentError[] = [];
  const files = new Map<string, AnswerFile>();
  for (const name of (await readdir(join(root, folder))).sort()) {
    const file = `${folder}/${name}`;
    const parsed = parseAnswer(file, await readFile(join(root, file), "utf8"));
    if (!NAME.test(name)) errors.push({ file, message: "is not named <id>.<variant>.<ko|en>.md" });
    else if (!parsed.ok) errors.push(...parsed.errors);
    else if (!name.startsWith(`${parsed.value.head.id}.${parsed.value.head.variant}.`)) {
      errors.push({ file, line: 2, message: "id and variant differ from the file name" });
    } else files.set(name, parsed.value);
  }
  return pair(folder, files, errors);
}

function pair(folder: string, files: ReadonlyMap<string, AnswerFile>, errors: ContentError[]): LoadedAnswers {
  const answers = new Map<string, Answer[]>();
  for (const stem of new Set([...files.keys()].map((name) => name.replace(/\.(ko|en)\.md$/, "")))) {
    const [ko, en] = [files.get(`${stem}.ko.md`), files.get(`${stem}.en.md`)];
    if (ko === undefined || en === undefined) {
      errors.push({ file: `${folder}/${stem}.*.md`, message: "is missing (or faulty) in one language" });
    } else if (JSON.stringify(ko.head) !== JSON.stringify(en.head)) {
      errors.push({ file: `${folder}/${stem}.*.md`, message: "front matter differs between the languages" });
    } else {
      const variants = answers.get(ko.head.id) ?? [];
      variants.push({ id: stem, head: ko.head, body: { ko: ko.body, en: en.body } });
      variants.sort((a, b) => (a.head.valid_from < b.head.valid_from ? -1 : 1));
      answers.set(ko.head.id, variants);
    }
  }
  return { answers, errors };
}
