import { z } from "zod";
import { HAND_OFF_REASONS } from "../core/case.ts";
import type { LiveSupportRules } from "./content.ts";
import type { Parsed } from "./yaml-file.ts";
import { readYaml } from "./yaml-file.ts";

const FILE = "dialogs/hand-off/live-support.yaml";

const fileSchema = z.strictObject({ straight_on: z.array(z.enum(HAND_OFF_REASONS)) });

/** Reads which cases go to live support by themselves. */
export async function loadLiveSupport(root: string): Promise<Parsed<LiveSupportRules>> {
  const parsed = await readYaml(root, FILE, fileSchema);
  return parsed.ok ? { ok: true, value: { straightOn: parsed.value.straight_on } } : parsed;
}
