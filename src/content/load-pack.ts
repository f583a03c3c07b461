import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { CompiledPolicy } from "../policy/compiled-policy.ts";
import { type PolicyError, parsePolicy } from "../policy/load/parse-policy.ts";
import { Collect } from "./collect.ts";
import type { Pack } from "./content.ts";
import { loadAnswers } from "./load-answers.ts";
import { loadReplies } from "./load-replies.ts";
import {
  casesFileSchema,
  factsFileSchema,
  incidentFileSchema,
  type PackFact,
  questionsFileSchema,
  sourcesFileSchema,
  utterancesFileSchema,
} from "./schemas.ts";
import type { ContentError } from "./yaml-file.ts";
import { parseYaml, readYaml } from "./yaml-file.ts";

export interface LoadedPack {
  /** Undefined when a file is so faulty that nothing can be checked further. */
  readonly pack?: Pack;
  readonly errors: readonly ContentError[];
}

/** Reads one incident folder; `folder` is relative to the project. */
export async function loadPack(root: string, folder: string): Promise<LoadedPack> {
  const collect = new Collect();
  const incident = collect.take(await readYaml(root, `${folder}/incident.yaml`, incidentFileSchema));
  const sources = collect.take(await readYaml(root, `${folder}/sources.yaml`, sourcesFileSchema));
  const facts = await loadFacts(root, folder, collect);
  const ko = collect.take(await readYaml(root, `${folder}/questions.ko.yaml`, questionsFileSchema));
  const en = collect.take(await readYaml(root, `${folder}/questions.en.yaml`, questionsFileSchema));
  const utterances = collect.take(await readYaml(root, `${folder}/utterances.yaml`, utterancesFileSchema));
  const cases = collect.take(await readYaml(root, `${folder}/cases.yaml`, casesFileSchema));
  const policies = await loadPolicies(root, `${folder}/policy`, collect);
  const replies = collect.take(await loadReplies(root, folder, facts)) ?? [];
  const { answers, errors } = await loadAnswers(root, `${folder}/answers`);
  collect.errors.push(...errors);
  if (!incident || !sources || !ko || !en || !utterances || !cases) return { errors: collect.errors };
  const pack: Pack = {
    incident,
    sources: new Map(Object.entries(sources)),
    facts,
    answers,
    questions: { ko, en },
    utterances,
    policies,
    cases,
    replies,
  };
  return { pack, errors: collect.errors };
}

async function loadFacts(root: string, folder: string, collect: Collect): Promise<ReadonlyMap<string, PackFact>> {
  const facts = new Map<string, PackFact>();
  for (const name of (await readdir(join(root, folder))).sort()) {
    if (!/^facts(\.[a-z]+)?\.yaml$/.test(name)) continue;
    const file = `${folder}/${name}`;
    for (const [key, fact] of Object.entries(collect.take(await readYaml(root, file, factsFileSchema)) ?? {})) {
      if (facts.has(key)) collect.errors.push({ file, message: `${key} stands in two facts files` });
      facts.set(key, fact);
    }
  }
  return facts;
}

async function loadPolicies(
  root: string,
  folder: string,
  collect: Collect,
): Promise<ReadonlyMap<string, readonly CompiledPolicy[]>> {
  const policies = new Map<string, CompiledPolicy[]>();
  for (const name of (await readdir(join(root, folder))).sort()) {
    const file = `${folder}/${name}`;
    const yaml = parseYaml(file, await readFile(join(root, file), "utf8"));
    if (yaml.errors.length > 0) {
      collect.errors.push(...yaml.errors);
      continue;
    }
    const parsed = parsePolicy(yaml.value, (path) => {
      const line = yaml.lineOf(path);
      return line === undefined ? undefined : { line, column: 1 };
    });
    if (parsed.kind === "refused") {
      collect.errors.push(...parsed.errors.map((error) => placed(file, error)));
      continue;
    }
    const { id } = parsed.policy.policy;
    if (basename(name).split(".")[0] !== id) {
      collect.errors.push({ file, message: `holds the policy ${id}; file and policy must have one name` });
    }
    policies.set(id, [...(policies.get(id) ?? []), parsed.policy]);
  }
  return policies;
}

const placed = (file: string, { path, message, line }: PolicyError): ContentError => ({
  file,
  message: `${path.join(".")}: ${message}`,
  ...(line === undefined ? {} : { line }),
});
