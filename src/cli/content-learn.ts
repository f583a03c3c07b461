import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { loadIntents } from "../content/load-intents.ts";
import { formatErrors } from "../content/read-content.ts";
import { withExamples } from "../content/with-examples.ts";
import { AppError } from "../core/app-error.ts";
import { openReviews, type Reviews } from "../store/open-reviews.ts";
import { openPostgresReviews } from "../store/postgres/open-postgres-reviews.ts";
import type { Printed } from "./printed.ts";
import { type Learnt, sortLabelled } from "./sort-labelled.ts";

/** `npm run content -- learn`: what staff have labelled becomes examples in `intents/`, for a person to review. */
export const learnFrom = (root: string, folder: string): Promise<Printed> => learn(root, () => openReviews(folder));

/** The same from a PostgreSQL. */
export const learnFromDatabase = (root: string, url: string): Promise<Printed> =>
  learn(root, () => openPostgresReviews(url));

async function learn(root: string, open: () => Promise<Reviews>): Promise<Printed> {
  const { intents, errors } = await loadIntents(root);
  if (errors.length > 0) return { code: 1, text: `Mend these first:\n${formatErrors(errors)}\n` };
  try {
    const reviews = await open();
    try {
      const learnt = sortLabelled(await reviews.labelled(), intents);
      const files = await writeExamples(root, learnt);
      await settle(reviews, learnt);
      return { code: 0, text: report(learnt, files) };
    } finally {
      await reviews.close();
    }
  } catch (error) {
    if (error instanceof AppError) return { code: 1, text: `${error.message}\n` };
    throw error;
  }
}

/** How many files were written. The files come first: what is marked but not written would be lost. */
async function writeExamples(root: string, learnt: readonly Learnt[]): Promise<number> {
  const added = learnt.filter((one) => one.kind === "new");
  const labels = [...new Set(added.map(({ label }) => label))];
  for (const label of labels) {
    const file = join(root, "intents", `${label}.yaml`);
    const examples = added
      .filter((one) => one.label === label)
      .map(({ item: { language }, text }) => ({ language, text }));
    await writeFile(file, withExamples(await readFile(file, "utf8"), examples));
  }
  return labels.length;
}

/** What stands elsewhere stays labelled, so that it is told again until somebody settles it. */
async function settle(reviews: Reviews, learnt: readonly Learnt[]): Promise<void> {
  for (const { kind, item, label } of learnt) {
    if (kind !== "elsewhere") await reviews.change(item.id, { kind: "propose", label });
  }
}

function report(learnt: readonly Learnt[], files: number): string {
  if (learnt.length === 0) return "Nothing to learn: no sentence with a label waits.\n";
  const added = learnt.filter(({ kind }) => kind === "new").length;
  const end = added === 0 ? "Nothing was written." : "Review with git diff.";
  return `${learnt.map(lineOf).join("\n")}\n\nAdded: ${added}. Left out: ${learnt.length - added}. Files changed: ${files}. ${end}\n`;
}

function lineOf(learnt: Learnt): string {
  const { item, label } = learnt;
  switch (learnt.kind) {
    case "new":
      return `added     intents/${label}.yaml ${item.language} "${learnt.text}" (said ${item.count}×)`;
    case "near":
      return `left out  "${item.text}" is nearly the same as "${learnt.of}" of ${label}`;
    case "elsewhere":
      return `left out  "${item.text}" was labelled ${label} but stands for ${learnt.other}: take the label back on the desk, or move it in intents/`;
    case "unfit":
      return `left out  "${item.text}" was masked or cut: write an example of your own for ${label}`;
  }
}
