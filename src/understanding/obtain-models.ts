import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { LANGUAGES, type Language } from "../core/language.ts";
import type { Classifier } from "./classifier.ts";
import { OUTSIDE } from "./gated-learner.ts";
import { loadClassifier } from "./load-classifier.ts";
import type { Sample } from "./sparse-classifier.ts";
import { trainInThread } from "./train-in-thread.ts";

export interface LabelledText {
  readonly language: Language;
  readonly text: string;
  readonly intent: string;
}

export interface ModelSource {
  readonly samples: readonly LabelledText[];
  /** Texts that belong to no intent. */
  readonly negatives: readonly { readonly language: Language; readonly text: string }[];
  /** The project's folder; models are kept in `.cache/models` of it. */
  readonly root: string;
  readonly seed?: number;
}

const FIRST_SEED = 1;

export type Models = Readonly<Record<Language, Classifier>>;

/** Models for these samples: from the cache when they were trained before with this code, else trained now. */
export async function obtainModels(source: ModelSource): Promise<Models> {
  return obtainAs(await digestOf(source), source);
}

/**
 * The same where a name stands for texts, seed and code alike: what it led to once is not worked out again, so it must change with any
 * of them.
 */
export async function obtainNamedModels(
  name: string,
  root: string,
  sourceOf: () => Omit<ModelSource, "root">,
): Promise<Models> {
  const note = join(folderOf(root), `${name}.digest`);
  try {
    const digest = await readFile(note, "utf8");
    return await inBoth(async (language) => loadClassifier(await readFile(fileOf(root, digest, language))));
  } catch {
    // Nothing is known by this name, or a model of it is gone or not whole.
  }
  const source = { ...sourceOf(), root };
  const digest = await digestOf(source);
  const models = await obtainAs(digest, source);
  // Where nothing can be written, it is worked out at each start.
  await keep(note, Buffer.from(digest)).catch(() => undefined);
  return models;
}

const folderOf = (root: string): string => join(root, ".cache", "models");
const fileOf = (root: string, digest: string, language: Language): string =>
  join(folderOf(root), `${digest}-${language}.bin`);

async function obtainAs(digest: string, { root, seed = FIRST_SEED, ...source }: ModelSource): Promise<Models> {
  const all = allOf(source);
  return inBoth((language) =>
    obtainOne(fileOf(root, digest, language), withoutForeignNegatives(all, language), language, seed),
  );
}

async function inBoth(obtain: (language: Language) => Promise<Classifier>): Promise<Models> {
  const [ko, en] = await Promise.all(LANGUAGES.map(obtain));
  if (ko === undefined || en === undefined) throw new TypeError("A language without a model.");
  return { ko, en };
}

const allOf = ({ samples, negatives }: Pick<ModelSource, "samples" | "negatives">): readonly LabelledText[] => [
  ...samples,
  ...negatives.map((negative) => ({ ...negative, intent: OUTSIDE })),
];

const digestOf = async ({ seed = FIRST_SEED, ...source }: ModelSource): Promise<string> =>
  createHash("sha256")
    .update(JSON.stringify([seed, allOf(source)]))
    .update(await codeVersion())
    .digest("hex");

async function obtainOne(
  file: string,
  samples: readonly Sample[],
  language: Language,
  seed: number,
): Promise<Classifier> {
  try {
    return loadClassifier(await readFile(file));
  } catch {
    // Absent, or cut short by a crash: it is trained anew.
  }
  const bytes = await trainInThread(samples, { language, seed });
  await keep(file, bytes);
  return loadClassifier(bytes);
}

/** Another process may write the same file at the same moment; it is either whole or absent. */
async function keep(file: string, bytes: Buffer): Promise<void> {
  const draft = `${file}.${process.pid}`;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(draft, bytes);
  await rename(draft, file);
  await forgetOldest(dirname(file), extname(file));
}

/** Every change of a sample makes new files; only the last ones are of use. */
const KEPT_FILES = 8;

async function forgetOldest(folder: string, ending: string): Promise<void> {
  const files = (await readdir(folder)).filter((name) => name.endsWith(ending)).map((name) => join(folder, name));
  // Another process may tidy at the same time.
  const age = async (file: string) => (await stat(file).catch(() => undefined))?.mtimeMs ?? 0;
  const aged = await Promise.all(files.map(async (file) => ({ file, at: await age(file) })));
  const old = aged.sort((a, b) => b.at - a.at).slice(KEPT_FILES);
  await Promise.all(old.map(({ file }) => rm(file, { force: true })));
}

/** Negatives of the richer language would only blur the gate of its own; the poorer one learns from them. */
function withoutForeignNegatives(all: readonly LabelledText[], language: Language): readonly LabelledText[] {
  const own = all.filter((sample) => sample.language === language).length;
  return own * 2 < all.length ? all : all.filter((sample) => sample.language === language || sample.intent !== OUTSIDE);
}

/** Changes with any source of this folder, so that a model never outlives the code that reads it; the same when compiled. */
async function codeVersion(): Promise<string> {
  const compiled = join("dist", "src", "understanding");
  const folder = fileURLToPath(new URL(".", import.meta.url)).replace(compiled, join("src", "understanding"));
  const names = (await readdir(folder)).filter((name) => name.endsWith(".ts")).sort();
  const hash = createHash("sha256");
  for (const name of names) hash.update(name).update(await readFile(join(folder, name)));
  return hash.digest("hex");
}
