import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "../../src/project-root.ts";

/** A folder with a copy of `intents/` that a test may change. */
export interface IntentsCopy {
  readonly root: string;
  read(label: string): Promise<string>;
  change(label: string, change: (yaml: string) => string): Promise<void>;
  remove(): Promise<void>;
}

export async function copyIntents(): Promise<IntentsCopy> {
  const root = await mkdtemp(join(tmpdir(), "ansim-intents-"));
  await cp(join(projectRoot, "intents"), join(root, "intents"), { recursive: true });
  const file = (label: string): string => join(root, "intents", `${label}.yaml`);
  const read = (label: string): Promise<string> => readFile(file(label), "utf8");
  return {
    root,
    read,
    change: async (label, change) => writeFile(file(label), change(await read(label))),
    remove: () => rm(root, { recursive: true, force: true }),
  };
}
