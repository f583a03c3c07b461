import type { CompiledPolicy } from "../../policy/compiled-policy.ts";
import type { Content, Pack } from "../content.ts";
import { factsPage } from "./facts-page.ts";
import { type GoldenTable, goldenTable, readGolden, writeGolden } from "./golden-table.ts";
import { policyPage } from "./policy-page.ts";

/** Files by path, relative to `docs/policies/`. */
export type Files = ReadonlyMap<string, string>;

/** The legal review of every policy. `kept` is what is there now: tables of versions that are gone stay to be compared with. */
export function reviewFiles(content: Pick<Content, "packs">, kept: Files): Files {
  const files = new Map([["facts.md", factsPage(content)]]);
  for (const pack of content.packs.values()) {
    for (const [benefit, versions] of pack.policies) {
      const newest = Math.max(...versions.map(({ policy }) => policy.version));
      for (const compiled of versions) {
        const { version } = compiled.policy;
        const page = `${pack.incident.id}/${benefit}${version === newest ? "" : `.v${version}`}.md`;
        files.set(page, policyPage(pack, compiled, versionBefore(pack, compiled, kept)));
        files.set(goldenPath(pack, compiled), writeGolden(goldenTable(compiled)));
      }
      for (const [path, text] of kept) {
        if (isOlder(path, goldenName(pack, benefit), newest) && !files.has(path)) files.set(path, text);
      }
    }
  }
  return files;
}

const goldenName = ({ incident }: Pack, benefit: string): string => `${incident.id}/${benefit}.v`;

/** Where the table of a policy is kept. */
export const goldenPath = (pack: Pack, { policy }: CompiledPolicy): string =>
  `${goldenName(pack, policy.id)}${policy.version}.golden.json`;

function isOlder(path: string, name: string, version: number): boolean {
  const number = path.startsWith(name) ? /^(\d+)\.golden\.json$/.exec(path.slice(name.length))?.[1] : undefined;
  return number !== undefined && Number(number) < version;
}

/** The table of the nearest version before this one, shipped or kept. */
function versionBefore(pack: Pack, { policy }: CompiledPolicy, kept: Files): GoldenTable | undefined {
  const shipped = (pack.policies.get(policy.id) ?? []).map(goldenTable);
  const stored = [...kept]
    .filter(([path]) => isOlder(path, goldenName(pack, policy.id), policy.version))
    .map(([, text]) => readGolden(text));
  return [...stored, ...shipped]
    .filter(({ version }) => version < policy.version)
    .sort((a, b) => a.version - b.version)
    .at(-1);
}
